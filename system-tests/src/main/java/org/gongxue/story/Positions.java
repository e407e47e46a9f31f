package org.gongxue.story;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far into each service's log the driver's own commands have reached, from the {@code Log-Index} header of their
 * answers. A service that has taken in these
 * positions shows and knows at least what the driver did.
 */
final class Positions {

    private final Map<String, Long> last = new ConcurrentHashMap<>();

    /** Takes note of a header such as {@code enrollment=123}. */
    void note(String header) {
        int equals = header.indexOf('=');
        note(header.substring(0, equals), Long.parseLong(header.substring(equals + 1)));
    }

    /** Takes note of a service's index. */
    void note(String service, long index) {
        last.merge(service, index, Math::max);
    }

    /** The positions of the services other than the one named: what that one must have taken in. */
    Map<String, Long> othersThan(String service) {
        Map<String, Long> others = new TreeMap<>(last);
        others.remove(service);
        return others;
    }
}
