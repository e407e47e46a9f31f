package org.gongxue.reward.policy.edge;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The shape of a policy, as JSON Schema 2020-12. */
@Singleton
public class PolicySchema {

    private static final String RESOURCE = "/policies/policy.schema.json";
    private final String text;
    private final Schema schema;

    PolicySchema() {
        text = load();
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
    }

    /** The schema itself, for editors. */
    String text() {
        return text;
    }

    /** What is wrong with the shape of a document; empty when nothing is. */
    public List<Error> faults(String document) {
        return schema.validate(document, InputFormat.JSON);
    }

    private static String load() {
        try (var in = Objects.requireNonNull(PolicySchema.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
