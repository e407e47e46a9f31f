package org.gongxue.local;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code campus log} is asked.
 *
 * @param service whose log
 * @param index one event to show whole; 0 for a list
 * @param query what narrows the list, as the API names it
 * @param effectsOf list what this event of the service brought about in the others; 0 for no
 * @param limit the most events
 * @param json one line of JSON for each
 * @param follow go on with what comes
 * @param account who asks
 */
record LogRequest(
        String service,
        long index,
        Map<String, String> query,
        long effectsOf,
        int limit,
        boolean json,
        boolean follow,
        String account) {

    /** The services that keep a log, by their names in the API. */
    static final List<String> SERVICES = List.of("enrollment", "credit-bank", "reward");

    private static final Set<String> FILTERS =
            Set.of("--stream", "--type", "--learner", "--from", "--to", "--cause", "--correlation");
    private static final int LIMIT = 20;

    /** What the arguments say; empty if they cannot be understood. */
    static Optional<LogRequest> of(List<String> arguments) {
        if (arguments.isEmpty() || !SERVICES.contains(arguments.getFirst())) {
            return Optional.empty();
        }
        var rest = new ArrayDeque<>(arguments.subList(1, arguments.size()));
        var query = new LinkedHashMap<String, String>();
        long index = 0;
        long effectsOf = 0;
        int limit = LIMIT;
        boolean json = false;
        boolean follow = false;
        String account = "admin1";
        try {
            while (!rest.isEmpty()) {
                String said = rest.remove();
                switch (said) {
                    case "--json" -> json = true;
                    case "--follow" -> follow = true;
                    case "--occurred" -> query.put("clock", "occurred");
                    case "--limit" -> limit = Integer.parseInt(rest.remove());
                    case "--effects-of" -> effectsOf = Long.parseLong(rest.remove());
                    case "--as" -> account = rest.remove();
                    default -> {
                        if (FILTERS.contains(said)) {
                            query.put(said.substring(2), rest.remove());
                        } else {
                            index = Long.parseLong(said);
                        }
                    }
                }
            }
        } catch (RuntimeException notANumberOrMissing) {
            return Optional.empty();
        }
        boolean possible = limit > 0 && index >= 0 && effectsOf >= 0 && !(follow && (index > 0 || effectsOf > 0));
        return possible
                ? Optional.of(
                        new LogRequest(arguments.getFirst(), index, query, effectsOf, limit, json, follow, account))
                : Optional.empty();
    }
}
