package org.gongxue.enrollment.learner.edge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.gongxue.enrollment.edge.Ids;
import org.gongxue.enrollment.learner.IdNumber;
import org.gongxue.enrollment.learner.PersonName;
import org.gongxue.enrollment.learner.PhoneNumber;
import org.gongxue.enrollment.vault.edge.Profile;
import org.gongxue.eventlog.Refusal;
import org.gongxue.events.enrollment.EducationLevel;
import org.gongxue.kit.door.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * A worker to register.
 *
 * @param position 岗位
 * @param consent the worker's consent, separate for sensitive data
 * @param card where money owed to him goes, if he leaves it at once
 * @param self an officer registers himself: said by officers alone, who otherwise register others
 */
public record LearnerRequest(
        @NotBlank @Size(max = 120) String name,
        @NotBlank @Size(max = 40) String idNumber,
        @NotBlank @Size(max = 40) String phone,
        @NotNull @Pattern(regexp = Ids.ID) String unitId,
        @Nullable @Size(max = 60) String position,
        @NotNull EducationLevel educationLevel,
        @NotNull @Valid Consent consent,
        @Nullable @Valid CardRequest card,
        @Nullable Boolean self) {

    /** Consent to a version of the wording; {@code sensitive} is the separate one the law asks for. */
    public record Consent(
            @NotNull @Pattern(regexp = "[0-9A-Za-z.-]{1,20}")
            String wordingVersion,

            boolean sensitive) {}

    /**
     * Who the worker is, in the form that is compared and kept.
     *
     * @throws RefusedException (422) naming what is wrong
     */
    Profile profile(LocalDate today) {
        var normalizedName = PersonName.normalize(name);
        if (!PersonName.isValid(normalizedName)) {
            throw invalid("NAME_INVALID", "name", name);
        }
        var number = IdNumber.normalize(idNumber);
        IdNumber.fault(number, today).ifPresent(fault -> {
            throw invalid(fault.name(), "idNumber", idNumber);
        });
        var normalizedPhone = PhoneNumber.normalize(phone);
        if (!PhoneNumber.isValid(normalizedPhone)) {
            throw invalid("PHONE_INVALID", "phone", phone);
        }
        return new Profile(normalizedName, number, normalizedPhone, position == null ? null : position.strip());
    }

    private static RefusedException invalid(String code, String field, String value) {
        return new RefusedException(Refusal.invalid(code, field, value, null));
    }

    @Override
    public String toString() {
        return "LearnerRequest[…]";
    }
}
