package org.gongxue.creditbank.outcome;

import static org.gongxue.creditbank.World.OFFICER;
import static org.gongxue.creditbank.World.OTHER_OFFICER;
import static org.gongxue.creditbank.World.SENIOR_2017;
import static org.gongxue.creditbank.World.WANG;

import org.gongxue.creditbank.CreditBankCommand;
import org.gongxue.creditbank.World;
import org.gongxue.eventlog.testing.DomainFixture;
import org.gongxue.events.creditbank.CertificateNumberShown;
import org.gongxue.events.enrollment.StaffRole;
import org.junit.jupiter.api.Test;

class ShowCertificateNumberTest {

    @Test
    void everyLookIsRecordedWithItsPurpose() {
        deposited()
                .when(show(OFFICER.subject(), StaffRole.UNION_OFFICER))
                .then(new CertificateNumberShown("o1", "wang", OFFICER.subject(), "VERIFICATION"));
    }

    @Test
    void anAuditorMayLook() {
        deposited()
                .when(show("sub-auditor", StaffRole.AUDITOR))
                .then(new CertificateNumberShown("o1", "wang", "sub-auditor", "VERIFICATION"));
    }

    @Test
    void anOfficerOfAnotherDistrictMayNot() {
        deposited().when(show(OTHER_OFFICER.subject(), StaffRole.UNION_OFFICER)).thenRefused("NOT_APPOINTED");
    }

    @Test
    void nobodyLooksInARoleHeWasNotAppointedTo() {
        deposited().when(show(OFFICER.subject(), StaffRole.AUDITOR)).thenRefused("NOT_APPOINTED");
    }

    @Test
    void anUnknownOutcomeIsNotFound() {
        World.city().when(show(OFFICER.subject(), StaffRole.UNION_OFFICER)).thenRefused("OUTCOME_UNKNOWN");
    }

    private static DomainFixture<CreditBankCommand> deposited() {
        return World.city().givenCommands(World.deposit("o1", "wang", WANG, SENIOR_2017));
    }

    private static ShowCertificateNumber show(String subject, StaffRole role) {
        return new ShowCertificateNumber("o1", subject, role, DisclosurePurpose.VERIFICATION);
    }
}
