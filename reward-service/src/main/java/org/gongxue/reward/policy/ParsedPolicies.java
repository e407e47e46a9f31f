package org.gongxue.reward.policy;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Policies that were read before: decisions ask for the same few documents again and again, and reading one takes longer
 * than deciding by it. What is remembered follows from the text alone, so decisions stay pure.
 */
final class ParsedPolicies {

    /** The most documents remembered, the longest unused one is forgotten first. */
    static final int REMEMBERED_MAX = 128;

    private static final Map<String, PolicyDocument> READ = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PolicyDocument> eldest) {
            return size() > REMEMBERED_MAX;
        }
    };

    private ParsedPolicies() {}

    /** The document of this canonical JSON, read once. */
    static PolicyDocument of(String document) {
        synchronized (READ) {
            var known = READ.get(document);
            if (known == null) {
                known = PolicyReader.read(document);
                READ.put(document, known);
            }
            return known;
        }
    }
}
