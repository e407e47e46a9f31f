package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.gongxue.local.BuiltTree;

/** The policy of the tuition refund (D2), as it lies in the source tree. */
final class TuitionPolicy {

    private static final Path FILE = Path.of("policies", "qingdao-tuition-refund.json");

    private TuitionPolicy() {}

    /** The policy's document. */
    static JsonNode of(BuiltTree tree) {
        try {
            return Json.parse(Files.readAllBytes(tree.root().resolve(FILE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same rules for diplomas of another year, said to be a sample: the real ones ended with their program. */
    static JsonNode ofYear(JsonNode policy, int year) {
        ObjectNode sample = policy.deepCopy();
        sample.put("name", policy.path("name").asText() + "（样例）");
        ObjectNode validity = sample.withObject("/validity");
        validity.put("from", LocalDate.of(year, 1, 1).toString());
        validity.put("until", LocalDate.of(year, 12, 31).toString());
        return sample;
    }
}
