package org.gongxue.gateway;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.regex.Pattern;

/** One id for one call through every process; a caller may bring his own. */
final class Correlation {

    static final String HEADER = "X-Correlation-Id";

    private static final String KEY = Correlation.class.getName();
    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    private Correlation() {}

    /** Gives the call its id and says it in the answer. */
    static void begin(RoutingContext call) {
        call.response().putHeader(HEADER, of(call));
        call.next();
    }

    static String of(RoutingContext call) {
        String known = call.get(KEY);
        if (known != null) {
            return known;
        }
        String brought = call.request().getHeader(HEADER);
        String id = brought != null && ACCEPTABLE.matcher(brought).matches()
                ? brought
                : UUID.randomUUID().toString();
        call.put(KEY, id);
        return id;
    }
}
