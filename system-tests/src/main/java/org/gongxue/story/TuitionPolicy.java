package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
