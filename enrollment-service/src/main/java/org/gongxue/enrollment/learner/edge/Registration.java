package org.gongxue.enrollment.learner.edge;

import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongxue.enrollment.Settled;
import org.gongxue.enrollment.edge.BatchResult;
import org.gongxue.enrollment.edge.Items;
import org.gongxue.enrollment.edge.ReadModelJson;
import org.gongxue.enrollment.learner.LearnerCommand.RecordCard;
import org.gongxue.enrollment.learner.LearnerCommand.Register;
import org.gongxue.enrollment.learner.Learners;
import org.gongxue.enrollment.learner.PhoneNumber;
import org.gongxue.enrollment.vault.edge.Access;
import org.gongxue.enrollment.vault.edge.Payee;
import org.gongxue.enrollment.vault.edge.Profile;
import org.gongxue.enrollment.vault.edge.Vault;
import org.gongxue.enrollment.vault.edge.VaultKeys;
import org.gongxue.eventlog.EventLog;
import org.gongxue.eventlog.Outcome;
import org.gongxue.eventlog.Refusal;
import org.gongxue.kit.door.Authority;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.RefusedException;

/** Registers workers: the profile goes into the vault, tokens go into the log, and neither stays without the other. */
@RequestScoped
class Registration {

    private final EventLog<Object> log;
    private final Commands commands;
    private final Items items;
    private final Caller caller;
    private final Authority authority;
    private final Vault vault;
    private final VaultKeys keys;

    Registration(
            EventLog<Object> log,
            Commands commands,
            Items items,
            Caller caller,
            Authority authority,
            Vault vault,
            VaultKeys keys) {
        this.log = log;
        this.commands = commands;
        this.items = items;
        this.caller = caller;
        this.authority = authority;
        this.vault = vault;
        this.keys = keys;
    }

    /** One worker, by himself or by an officer. @throws RefusedException when refused */
    Settled registerOne(LearnerRequest request, boolean self) {
        var profile = request.profile(authority.today());
        var phone = PhoneNumber.normalize(caller.username());
        if (self && PhoneNumber.isValid(phone) && !phone.equals(profile.phone())) {
            throw new RefusedException(Refusal.invalid("PHONE_NOT_YOURS", "phone", request.phone(), null));
        }
        var learnerId = keys.learnerId(profile.idNumber());
        var fresh = keepIfFresh(Map.of(learnerId, profile), self);
        var phoneMatches = self && vault.hasPhone(learnerId, phone);
        var outcome = commands.submit(command(request, learnerId, profile, self, phoneMatches));
        settle(Map.of(learnerId, profile), fresh, Map.of(learnerId, outcome));
        var refusal = outcome.refusal();
        if (refusal != null) {
            throw new RefusedException(refusal);
        }
        keepCards(requestCard(request, learnerId), Map.of(learnerId, profile), fresh);
        return Commands.answer(outcome, Settled.class);
    }

    private static Map<String, CardRequest> requestCard(LearnerRequest request, String learnerId) {
        return request.card() == null ? Map.of() : Map.of(learnerId, request.card());
    }

    /** An officer registers many. */
    BatchResult registerMany(List<LearnerRequest> requests, Locale locale) {
        var today = authority.today();
        var profiles = new HashMap<String, Profile>();
        var learnerOf = new HashMap<Integer, String>();
        var cards = new HashMap<String, CardRequest>();
        return items.run(
                requests,
                locale,
                (ordinal, request) -> {
                    var profile = request.profile(today);
                    var learnerId = keys.learnerId(profile.idNumber());
                    if (request.card() != null) {
                        request.card().number();
                        cards.putIfAbsent(learnerId, request.card());
                    }
                    profiles.putIfAbsent(learnerId, profile);
                    learnerOf.put(ordinal, learnerId);
                    return command(request, learnerId, profile, false, false);
                },
                new Items.AroundCommands() {
                    private Set<String> fresh = Set.of();

                    @Override
                    public void before() {
                        fresh = keepIfFresh(profiles, false);
                    }

                    @Override
                    public void after(Map<Integer, Outcome> outcomes) {
                        var byLearner = new HashMap<String, Outcome>();
                        outcomes.forEach((ordinal, outcome) ->
                                byLearner.merge(learnerIdOf(learnerOf, ordinal), outcome, Registration::firstAccepted));
                        settle(profiles, fresh, byLearner);
                        cards.keySet().removeIf(id -> {
                            var outcome = byLearner.get(id);
                            return outcome == null || !outcome.accepted();
                        });
                        keepCards(cards, profiles, fresh);
                    }
                });
    }

    /**
     * Records the cards of those who are registered now and have left none yet: a roster sent again never overrides the card
     * that a worker left later. The account's name is the name in the vault, which for somebody known before need not be the
     * one of this request.
     */
    private void keepCards(Map<String, CardRequest> requested, Map<String, Profile> profiles, Set<String> fresh) {
        var cards = new LinkedHashMap<>(requested);
        cards.keySet().removeIf(id -> log.read(Learners.LEARNER, id).accountVersion() > 0);
        if (cards.isEmpty()) {
            return;
        }
        var names = new HashMap<>(profiles);
        var known = cards.keySet().stream().filter(id -> !fresh.contains(id)).collect(Collectors.toSet());
        if (!known.isEmpty()) {
            names.putAll(vault.profiles(known, new Access(caller.actor(), "record-card", "")));
        }
        var payees = new LinkedHashMap<String, Payee>();
        cards.forEach((id, card) -> payees.put(
                id,
                card.payee(Objects.requireNonNull(names.get(id), "a profile").name())));
        vault.keepPayees(payees);
        var commands = payees.entrySet().stream()
                .map(entry -> new RecordCard(entry.getKey(), keys.accountToken(entry.getValue())))
                .toList();
        this.commands.submitAll(commands).stream()
                .map(Outcome::refusal)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(refusal -> {
                    throw new RefusedException(refusal);
                });
    }

    private static String learnerIdOf(Map<Integer, String> learnerOf, int ordinal) {
        var learnerId = learnerOf.get(ordinal);
        if (learnerId == null) {
            throw new IllegalStateException("Item " + ordinal + " became no command");
        }
        return learnerId;
    }

    private static Outcome firstAccepted(Outcome a, Outcome b) {
        return a.accepted() ? a : b;
    }

    private Register command(
            LearnerRequest request, String learnerId, Profile profile, boolean self, boolean phoneMatches) {
        return new Register(
                learnerId,
                keys.identityToken(profile.idNumber()),
                request.unitId(),
                request.educationLevel(),
                self,
                phoneMatches,
                request.consent().wordingVersion(),
                request.consent().sensitive(),
                keys.requestToken(ReadModelJson.write(profile)));
    }

    /**
     * Keeps the profiles of those who are not registered yet. An officer also brings back those that were lost with a
     * database (ADR 0024): a registered learner's profile stays as it is unless there is none. Nobody does so for
     * himself, for whoever claims to be somebody known is asked for the phone that was kept.
     *
     * @return the ids of those who are not registered yet
     */
    private Set<String> keepIfFresh(Map<String, Profile> profiles, boolean self) {
        var fresh = new HashMap<String, Profile>();
        profiles.forEach((learnerId, profile) -> {
            if (log.read(Learners.LEARNER, learnerId).registered() == null) {
                fresh.put(learnerId, profile);
            }
        });
        vault.keepBeforeRegistration(self ? fresh : profiles);
        return Set.copyOf(fresh.keySet());
    }

    /** Of the fresh ones: who was registered by this request has this profile; who was refused has none. */
    private void settle(Map<String, Profile> profiles, Set<String> fresh, Map<String, Outcome> outcomes) {
        var registered = new HashMap<String, Profile>();
        var refused = new HashSet<String>();
        for (var learnerId : fresh) {
            var outcome = outcomes.get(learnerId);
            var profile = profiles.get(learnerId);
            if (outcome == null || !outcome.accepted()) {
                refused.add(learnerId);
            } else if (profile != null
                    && Commands.answer(outcome, Settled.class).standing() == Settled.Standing.ACCEPTED) {
                registered.put(learnerId, profile);
            }
        }
        vault.keepRegistered(registered);
        vault.dropUnregistered(refused);
    }
}
