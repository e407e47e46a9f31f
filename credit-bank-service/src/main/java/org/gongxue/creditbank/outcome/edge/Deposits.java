package org.gongxue.creditbank.outcome.edge;

import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gongxue.creditbank.account.Asker;
import org.gongxue.creditbank.certificate.CertificateNumber;
import org.gongxue.creditbank.certificate.edge.CertificateNumbers;
import org.gongxue.creditbank.outcome.DepositOutcome;
import org.gongxue.creditbank.outcome.edge.DepositBatchResult.ItemResult;
import org.gongxue.creditbank.recognition.Claim;
import org.gongxue.eventlog.Outcome;
import org.gongxue.eventlog.Refusal;
import org.gongxue.kit.door.Caller;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.RefusedException;
import org.gongxue.kit.door.Roles;
import org.jspecify.annotations.Nullable;

/** Deposits handed to the log, with their numbers kept beside it before anything is decided. */
@RequestScoped
class Deposits {

    private static final int SHOWN_MAX = 120;

    private final Commands commands;
    private final Caller caller;
    private final CertificateNumbers numbers;
    private final Validator validator;

    Deposits(Commands commands, Caller caller, CertificateNumbers numbers, Validator validator) {
        this.commands = commands;
        this.caller = caller;
        this.numbers = numbers;
        this.validator = validator;
    }

    /** A deposit on its way, with the number that its events must not hold. */
    private record Ready(DepositOutcome command, String number) {}

    /**
     * One deposit.
     *
     * @throws RefusedException when nothing was deposited
     */
    DepositAnswer one(DepositRequest request, Locale locale) {
        var outcome = submit(List.of(ready(0, request))).getFirst();
        var refusal = outcome.refusal();
        if (refusal != null) {
            throw new RefusedException(refusal);
        }
        return DepositAnswer.of(Commands.answer(outcome, DepositOutcome.Deposited.class), locale);
    }

    /** Many deposits: all are handed over before the first is waited for, and a bad one keeps no other out. */
    DepositBatchResult many(List<@Nullable DepositRequest> requests, Locale locale) {
        var results = new TreeMap<Integer, ItemResult>();
        var ready = new LinkedHashMap<Integer, Ready>();
        for (var ordinal = 0; ordinal < requests.size(); ordinal++) {
            try {
                ready.put(ordinal, ready(ordinal, valid(requests.get(ordinal))));
            } catch (RefusedException e) {
                results.put(ordinal, ItemResult.refused(ordinal, e.refusal(), locale));
            }
        }
        var outcomes = submit(List.copyOf(ready.values())).iterator();
        for (var ordinal : ready.keySet()) {
            results.put(ordinal, ItemResult.of(ordinal, outcomes.next(), locale));
        }
        return new DepositBatchResult(List.copyOf(results.values()));
    }

    private Ready ready(int ordinal, DepositRequest request) {
        var number = CertificateNumber.normalized(request.certificateNumber());
        var claim = request.claim(number);
        var command = new DepositOutcome(
                commands.newId("outcome", ordinal),
                "me".equals(request.learnerId()) ? null : request.learnerId(),
                new Asker(caller.subject(), caller.has(Roles.UNION_OFFICER)),
                token(claim, number),
                claim,
                request.occupation(),
                request.occupationEdition(),
                request.occupationName(),
                request.issuedOn(),
                request.route());
        return new Ready(command, number);
    }

    private String token(Claim claim, String number) {
        return switch (claim) {
            case Claim.SkillCertificate _, Claim.Illegible _ -> numbers.certificateToken(number);
            case Claim.Document document -> numbers.documentToken(document.issuerCode(), number);
        };
    }

    /** A number is kept before its deposit is decided, so that no recognised outcome is without one. */
    private List<Outcome> submit(List<Ready> deposits) {
        var byOutcome = new LinkedHashMap<String, String>();
        deposits.forEach(ready -> byOutcome.put(ready.command().outcomeId(), ready.number()));
        var keptNow = byOutcome.isEmpty() ? Set.<String>of() : numbers.keep(byOutcome);
        var outcomes = commands.submitAll(deposits.stream().map(Ready::command).toList());
        var nothing = new HashSet<String>();
        for (var i = 0; i < outcomes.size(); i++) {
            if (!outcomes.get(i).accepted()) {
                nothing.add(deposits.get(i).command().outcomeId());
            }
        }
        nothing.retainAll(keptNow);
        if (!nothing.isEmpty()) {
            numbers.drop(nothing);
        }
        return outcomes;
    }

    /**
     * Checks one item as the door checks whole bodies.
     *
     * @throws RefusedException naming the first field that is wrong
     */
    private DepositRequest valid(@Nullable DepositRequest item) {
        if (item == null) {
            throw new RefusedException(Refusal.invalid("INVALID_VALUE", "items", null, null));
        }
        var first = validator.validate(item).stream()
                .min(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()));
        if (first.isPresent()) {
            var value = first.get().getInvalidValue();
            throw new RefusedException(Refusal.invalid(
                            "INVALID_VALUE",
                            first.get().getPropertyPath().toString(),
                            value == null ? null : shown(value.toString()),
                            null)
                    .withFacts(Map.of("rule", first.get().getMessage())));
        }
        return item;
    }

    private static String shown(String value) {
        return value.length() <= SHOWN_MAX ? value : value.substring(0, SHOWN_MAX) + "…";
    }
}
