package org.gongxue.enrollment.graduation.edge;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongxue.enrollment.graduation.GraduationClaim;
import org.gongxue.enrollment.graduation.GraduationClaim.IdentityMatch;
import org.gongxue.enrollment.graduation.GraduationClaim.Match;
import org.gongxue.enrollment.graduation.ReportedGraduate;
import org.gongxue.enrollment.study.EnrollmentState;
import org.gongxue.enrollment.study.Enrollments;
import org.gongxue.enrollment.vault.edge.Access;
import org.gongxue.enrollment.vault.edge.Profile;
import org.gongxue.enrollment.vault.edge.Vault;
import org.gongxue.enrollment.vault.edge.VaultKeys;
import org.gongxue.eventlog.View;
import org.jspecify.annotations.Nullable;

/** Makes claims of what universities report: finds whom each is about and asks the vault whether it is them. */
@Singleton
class IdentityCheck {

    private final Vault vault;
    private final VaultKeys keys;

    IdentityCheck(Vault vault, VaultKeys keys) {
        this.vault = vault;
        this.keys = keys;
    }

    /** The claims of reported graduates, in their order; the look into the vault is kept. */
    List<GraduationClaim> claims(View view, String universityId, List<ReportedGraduate> reported, Access access) {
        var learners = new ArrayList<Optional<String>>();
        for (var graduate : reported) {
            learners.add(graduate.studentNumber()
                    .flatMap(number -> Enrollments.find(view, universityId, number))
                    .map(EnrollmentState::facts)
                    .map(facts -> facts.learnerId()));
        }
        var wanted = new HashSet<String>();
        learners.forEach(learner -> learner.ifPresent(wanted::add));
        var profiles = wanted.isEmpty() ? Map.<String, Profile>of() : vault.profiles(wanted, access);
        var claims = new ArrayList<GraduationClaim>();
        for (var i = 0; i < reported.size(); i++) {
            var graduate = reported.get(i);
            var match = learners.get(i)
                    .map(learnerId -> match(learnerId, profiles.get(learnerId), graduate))
                    .orElse(IdentityMatch.NOBODY);
            claims.add(graduate.claim(keys::diplomaToken, match));
        }
        return List.copyOf(claims);
    }

    private static IdentityMatch match(String learnerId, @Nullable Profile profile, ReportedGraduate graduate) {
        return profile == null
                ? IdentityMatch.NOBODY
                : new IdentityMatch(
                        learnerId,
                        compare(graduate.idNumber(), profile.idNumber()),
                        compare(graduate.name(), profile.name()));
    }

    private static Match compare(Optional<String> given, String kept) {
        return given.map(value -> value.equals(kept) ? Match.SAME : Match.DIFFERENT)
                .orElse(Match.NOT_GIVEN);
    }
}
