package org.gongxue.enrollment.edge;

import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gongxue.enrollment.EnrollmentCommand;
import org.gongxue.enrollment.edge.BatchResult.ItemResult;
import org.gongxue.eventlog.Outcome;
import org.gongxue.eventlog.Refusal;
import org.gongxue.kit.door.Commands;
import org.gongxue.kit.door.Problem;
import org.gongxue.kit.door.RefusedException;
import org.jspecify.annotations.Nullable;

/** Runs batches: a bad item is answered by itself and never keeps the others out. */
@RequestScoped
public class Items {

    private final Commands commands;
    private final Validator validator;

    Items(Commands commands, Validator validator) {
        this.commands = commands;
        this.validator = validator;
    }

    /** Makes the command of an item. */
    public interface ToCommand<T> {

        /**
         * The command.
         *
         * @throws RefusedException when the item cannot become one
         */
        EnrollmentCommand of(int ordinal, T item);
    }

    /** What has to be done beside the log, around the commands of a batch. */
    public interface AroundCommands {

        /** Called once, when all commands are made and none is submitted. */
        void before();

        /** Called once with the outcomes of those items that became commands, by ordinal. */
        void after(Map<Integer, Outcome> outcomes);
    }

    private static final AroundCommands NOTHING = new AroundCommands() {
        @Override
        public void before() {}

        @Override
        public void after(Map<Integer, Outcome> outcomes) {}
    };

    /** Checks each item, runs the commands of the good ones together and answers for all, in their order. */
    public <T> BatchResult run(List<T> items, Locale locale, ToCommand<T> toCommand) {
        return run(items, locale, toCommand, NOTHING);
    }

    /** The same, with something to do beside the log. */
    public <T> BatchResult run(List<T> items, Locale locale, ToCommand<T> toCommand, AroundCommands around) {
        var results = new ArrayList<@Nullable ItemResult>();
        var ordinals = new ArrayList<Integer>();
        var good = new ArrayList<EnrollmentCommand>();
        for (var ordinal = 0; ordinal < items.size(); ordinal++) {
            results.add(null);
            try {
                requireValid(items.get(ordinal));
                good.add(toCommand.of(ordinal, items.get(ordinal)));
                ordinals.add(ordinal);
            } catch (RefusedException e) {
                results.set(ordinal, ItemResult.refused(ordinal, Problem.of(e.refusal(), locale)));
            }
        }
        around.before();
        var outcomes = commands.submitAll(good);
        var byOrdinal = new LinkedHashMap<Integer, Outcome>();
        for (var i = 0; i < outcomes.size(); i++) {
            byOrdinal.put(ordinals.get(i), outcomes.get(i));
            results.set(ordinals.get(i), ItemResult.of(ordinals.get(i), outcomes.get(i), locale));
        }
        around.after(byOrdinal);
        return new BatchResult(results.stream()
                .map(Optional::ofNullable)
                .map(Optional::orElseThrow)
                .toList());
    }

    /**
     * Checks one request record as the door checks whole bodies.
     *
     * @throws RefusedException naming the first field that is wrong
     */
    private void requireValid(@Nullable Object item) {
        if (item == null) {
            throw new RefusedException(Refusal.invalid("INVALID_VALUE", "items", null, null));
        }
        var first = validator.validate(item).stream()
                .min(Comparator.comparing(v -> v.getPropertyPath().toString()));
        if (first.isPresent()) {
            var violation = first.get();
            var value = violation.getInvalidValue();
            throw new RefusedException(Refusal.invalid(
                            "INVALID_VALUE",
                            violation.getPropertyPath().toString(),
                            value == null ? null : shown(value.toString()),
                            null)
                    .withFacts(Map.of("rule", violation.getMessage())));
        }
    }

    private static String shown(String value) {
        return value.length() <= 120 ? value : value.substring(0, 120) + "…";
    }
}
