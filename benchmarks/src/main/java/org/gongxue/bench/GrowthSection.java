package org.gongxue.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What a command costs as the log and its streams grow. */
final class GrowthSection {
    private GrowthSection() {}

    static Section.Found run(Parts parts, boolean quick) throws Exception {
        parts.clock().say(quick ? "few rounds" : "all rounds");
        return new Section.Found(JsonNodeFactory.instance.objectNode(), JsonNodeFactory.instance.objectNode());
    }
}
