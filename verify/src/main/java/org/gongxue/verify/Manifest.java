package org.gongxue.verify;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code manifest.json}.
 *
 * @param service whose log states the pack
 * @param entitlementId what it is about
 * @param paymentId the attempt it was asked for, null when it was asked for the entitlement
 * @param askedBy who asked
 * @param at when, in microseconds: the statement's time of recording
 * @param statement the index of the event that states the pack
 * @param checkpoints the size of each service's checkpoint
 */
record Manifest(
        String service,
        String entitlementId,
        @Nullable String paymentId,
        String askedBy,
        long at,
        long statement,
        Map<String, Long> checkpoints) {

    static final String FILE = "manifest.json";

    private static final String FORMAT = "gongxue-evidence/1";

    static Manifest read(byte[] bytes) throws MalformedException {
        var fields = Fields.of(Json.readCanonical(bytes));
        var format = fields.text("format");
        if (!format.equals(FORMAT)) {
            throw new MalformedException("another format: " + format);
        }
        var manifest = new Manifest(
                fields.text("service"),
                fields.text("entitlementId"),
                fields.optionalText("paymentId"),
                fields.text("askedBy"),
                fields.whole("at"),
                fields.whole("statement"),
                sizes(fields.json("checkpoints")));
        fields.end();
        return manifest;
    }

    private static Map<String, Long> sizes(Json json) throws MalformedException {
        if (!(json instanceof Json.Members(var members))) {
            throw new MalformedException("checkpoints is no object");
        }
        var sizes = new TreeMap<String, Long>();
        for (var member : members.entrySet()) {
            if (!member.getKey().matches("[a-z][a-z-]*")) {
                throw new MalformedException("no service: " + member.getKey());
            }
            sizes.put(member.getKey(), Fields.whole(member.getKey(), member.getValue()));
        }
        if (!List.copyOf(sizes.keySet()).equals(List.copyOf(members.keySet()))) {
            throw new MalformedException("the services are not in their order");
        }
        return Collections.unmodifiableMap(sizes);
    }
}
