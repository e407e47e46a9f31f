package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongxue.local.BuiltTree;

/**
 * The policies as they lie in the source tree.
 *
 * @param folder where the documents are
 */
public record PolicyFiles(Path folder) {

    /** The id of the skill reward's policy (D4). */
    static final String SKILL = "qingdao-skill-reward";
    /** The id of the tuition refund's policy (D2). */
    static final String TUITION = "qingdao-tuition-refund";

    static PolicyFiles of(BuiltTree tree) {
        return new PolicyFiles(tree.root().resolve("policies"));
    }

    /** A policy's document. */
    JsonNode named(String policyId) {
        return read(folder.resolve(policyId + ".json"));
    }

    /** The document in a file. */
    static JsonNode read(Path file) {
        try {
            return Json.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same rules for what is dated in another year, said to be a sample: the real ones ended with their program. */
    static ObjectNode ofYear(JsonNode policy, int year) {
        ObjectNode sample = policy.deepCopy();
        sample.put("name", policy.path("name").asText() + "（样例）");
        ObjectNode validity = sample.withObject("/validity");
        validity.put("from", LocalDate.of(year, 1, 1).toString());
        validity.put("until", LocalDate.of(year, 12, 31).toString());
        return sample;
    }

    /**
     * A later version of the skill reward's rules, for certificates and places of one year.
     *
     * @param places whose ceilings it names
     */
    static ObjectNode skillOf(JsonNode policy, int version, SkillYear places) {
        ObjectNode sample = ofYear(policy, places.year());
        sample.put("version", version);
        List<JsonNode> ceilings = new ArrayList<>();
        places.ceilings()
                .forEach((group, count) ->
                        ceilings.add(Json.object("year", places.year(), "group", group.label(), "places", count)));
        sample.withObject("/quota")
                .set("ceilings", Json.MAPPER.createArrayNode().addAll(ceilings));
        return sample;
    }
}
