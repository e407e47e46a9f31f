package org.gongxue.enrollment.learner.edge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gongxue.enrollment.Settled;
import org.gongxue.enrollment.edge.BatchResult;
import org.gongxue.enrollment.edge.Ids;
import org.gongxue.enrollment.learner.BankCard;
import org.gongxue.enrollment.learner.IdNumber;
import org.gongxue.enrollment.learner.LearnerCommand.RecordCard;
import org.gongxue.enrollment.learner.Learners;
import org.gongxue.enrollment.learner.PersonName;
import org.gongxue.enrollment.learner.PhoneNumber;
import org.gongxue.enrollment.unit.edge.Unit;
import org.gongxue.enrollment.vault.edge.Access;
import org.gongxue.enrollment.vault.edge.Payee;
import org.gongxue.enrollment.vault.edge.Profile;
import org.gongxue.enrollment.vault.edge.Vault;
import org.gongxue.enrollment.vault.edge.VaultKeys;
import org.gongxue.eventlog.EventLog;
import org.gongxue.eventlog.Refusal;
import org.gongxue.events.enrollment.StaffRole;
import org.gongxue.kit.authority.Offices;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.kit.door.Roles;
import org.jspecify.annotations.Nullable;

/** Workers. Who they are comes from the vault: freely for themselves, logged with a purpose for staff. */
@Path("learners")
@RunOnVirtualThread
public class LearnerResource {

    private static final String ME = "me";
    private static final String HANDLING = "case-handling";

    private final EventLog<Object> log;
    private final Registration registration;
    private final Commands commands;
    private final Authority authority;
    private final Caller caller;
    private final Vault vault;
    private final VaultKeys keys;

    LearnerResource(
            EventLog<Object> log,
            Registration registration,
            Commands commands,
            Authority authority,
            Caller caller,
            Vault vault,
            VaultKeys keys) {
        this.log = log;
        this.registration = registration;
        this.commands = commands;
        this.authority = authority;
        this.caller = caller;
        this.vault = vault;
        this.keys = keys;
    }

    /** Many workers. */
    public record LearnersRequest(
            @NotEmpty @Size(max = BatchResult.ITEMS_MAX) List<LearnerRequest> items) {}

    /** Which learner the worker is; {@code known} when it was registered before. */
    public record RegisteredView(String learnerId, boolean known) {}

    /** A search by ID number, for a purpose that is kept with it. */
    public record LookupRequest(
            @NotBlank @Size(max = 60) String purpose,
            @NotBlank @Size(max = 40) String idNumber) {

        @Override
        public String toString() {
            return "LookupRequest[…]";
        }
    }

    /** A learner found; the name is masked. */
    public record FoundView(String learnerId, String name, String unitId) {}

    @POST
    @Operation(summary = "Register a worker: oneself, or as an officer a worker of the own subtree")
    @RolesAllowed({Roles.LEARNER, Roles.UNION_OFFICER})
    public Response register(@NotNull @Valid LearnerRequest request) {
        var self = !caller.has(Roles.UNION_OFFICER) || Boolean.TRUE.equals(request.self());
        var settled = registration.registerOne(request, self);
        var known = settled.standing() == Settled.Standing.DUPLICATE;
        return Response.status(known ? Response.Status.OK : Response.Status.CREATED)
                .entity(new RegisteredView(settled.id(), known))
                .build();
    }

    @POST
    @Path("batch")
    @Operation(summary = "Register workers of the own subtree; at most 500")
    @RolesAllowed(Roles.UNION_OFFICER)
    public BatchResult registerAll(@NotNull @Valid LearnersRequest request, HttpHeaders headers) {
        return registration.registerMany(request.items(), Caller.locale(headers.getAcceptableLanguages()));
    }

    @GET
    @Path("{learnerId}")
    @Operation(summary = "A learner; me for oneself")
    @RolesAllowed({Roles.LEARNER, Roles.UNION_OFFICER, Roles.ADMINISTRATOR})
    public LearnerView learner(
            @PathParam("learnerId") @Pattern(regexp = Ids.ID) String learnerId,
            @QueryParam("purpose") @Nullable @Pattern(regexp = Ids.PURPOSE) String purpose) {
        var id = resolve(learnerId);
        if (isOwn(id)) {
            return view(
                    find(id), vault.own(id).orElseThrow(), vault.ownPayee(id).orElse(null));
        }
        var learner = find(id);
        requireReach(learner);
        var access = new Access(caller.actor(), purpose == null || purpose.isBlank() ? HANDLING : purpose, "");
        return view(
                learner,
                one(vault.profiles(Set.of(id), access).get(id), id),
                vault.payees(Set.of(id), access).get(id));
    }

    @POST
    @Path("{learnerId}/card")
    @Operation(summary = "Leave an own bank card; the payee is the learner's own name")
    @RolesAllowed({Roles.LEARNER, Roles.UNION_OFFICER})
    public LearnerView.Card card(
            @PathParam("learnerId") @Pattern(regexp = Ids.ID) String learnerId, @NotNull @Valid CardRequest request) {
        var id = resolve(learnerId);
        var learner = find(id);
        if (!isOwn(id)) {
            authority.require(StaffRole.UNION_OFFICER, learner.unitId);
        }
        var number = request.number();
        var name = isOwn(id)
                ? vault.own(id).map(Profile::name)
                : vault.profiles(Set.of(id), new Access(caller.actor(), "record-card", "")).values().stream()
                        .map(Profile::name)
                        .findFirst();
        var payee = request.payee(one(name.orElse(null), id));
        vault.keepPayees(Map.of(id, payee));
        commands.run(new RecordCard(id, keys.accountToken(payee)), Settled.class);
        return new LearnerView.Card(
                BankCard.tail(number),
                payee.bankName(),
                log.read(Learners.LEARNER, id).accountVersion());
    }

    @POST
    @Path("lookup")
    @Operation(summary = "Find a learner of the own scope by ID number; every look is kept with its purpose")
    @RolesAllowed({Roles.UNION_OFFICER, Roles.ADMINISTRATOR})
    public FoundView lookup(@NotNull @Valid LookupRequest request) {
        authority.requireAny(StaffRole.UNION_OFFICER, StaffRole.ADMINISTRATOR);
        var access = new Access(caller.actor(), request.purpose(), "");
        var learner = vault.learnerByIdNumber(IdNumber.normalize(request.idNumber()), access)
                .flatMap(id -> Learner.<Learner>findByIdOptional(id))
                .filter(this::reaches)
                .orElseThrow(() -> new RefusedException(Refusal.notFound("LEARNER_NOT_FOUND", "idNumber", null)));
        var profile = one(vault.profiles(Set.of(learner.learnerId), access).get(learner.learnerId), learner.learnerId);
        return new FoundView(learner.learnerId, PersonName.masked(profile.name()), learner.unitId);
    }

    private String resolve(String learnerId) {
        return learnerId.equals(ME)
                ? authority
                        .learnerId()
                        .orElseThrow(
                                () -> new RefusedException(Refusal.notFound("LEARNER_NOT_REGISTERED", "learnerId", ME)))
                : learnerId;
    }

    private boolean isOwn(String learnerId) {
        return authority.learnerId().filter(learnerId::equals).isPresent();
    }

    private Learner find(String learnerId) {
        if (caller.has(Roles.LEARNER) && !caller.has(Roles.UNION_OFFICER) && !isOwn(learnerId)) {
            throw new RefusedException(Offices.notAppointed(StaffRole.UNION_OFFICER, Offices.EVERYWHERE));
        }
        return Learner.<Learner>findByIdOptional(learnerId)
                .orElseThrow(() -> RefusedException.notFound("learnerId", learnerId));
    }

    private void requireReach(Learner learner) {
        if (!reaches(learner)) {
            throw new RefusedException(Offices.notAppointed(StaffRole.UNION_OFFICER, learner.unitId));
        }
    }

    private boolean reaches(Learner learner) {
        return (caller.has(Roles.UNION_OFFICER) && authority.holds(StaffRole.UNION_OFFICER, learner.unitId))
                || (caller.has(Roles.ADMINISTRATOR) && authority.holds(StaffRole.ADMINISTRATOR, learner.unitId));
    }

    private static <T> T one(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalStateException("The vault holds nothing of " + what);
        }
        return value;
    }

    private static LearnerView view(Learner learner, Profile profile, @Nullable Payee payee) {
        return new LearnerView(
                learner.learnerId,
                profile.name(),
                IdNumber.masked(profile.idNumber()),
                PhoneNumber.masked(profile.phone()),
                profile.position(),
                learner.unitId,
                Unit.names(Set.of(learner.unitId)).get(learner.unitId),
                learner.educationLevel,
                payee == null
                        ? null
                        : new LearnerView.Card(
                                BankCard.tail(payee.accountNumber()), payee.bankName(), learner.accountVersion),
                learner.consentVersion == null || learner.consentedOn == null
                        ? null
                        : new LearnerView.ConsentView(learner.consentVersion, learner.consentedOn));
    }
}
