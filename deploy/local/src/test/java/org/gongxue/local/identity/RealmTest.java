package org.gongxue.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmTest {
    @TempDir
    private Path folder;

    @Test
    void twoHomesShareNoSecret() throws IOException {
        JsonNode one = realm("one");
        JsonNode other = realm("other");

        List<String> secrets = secrets(one);
        assertThat(secrets)
                .hasSizeGreaterThan(40)
                .allSatisfy(secret -> assertThat(secret).hasSizeGreaterThanOrEqualTo(12));
        assertThat(secrets(other)).doesNotContainAnyElementsOf(secrets);
    }

    @Test
    void theSameHomeKeepsItsSecrets() throws IOException {
        assertThat(realm("one")).isEqualTo(realm("one"));
    }

    @Test
    void theSecretsAreForTheOwnersEyesOnly() throws IOException {
        realm("one");

        try (var files = Files.list(folder.resolve("one"))) {
            assertThat(files.toList())
                    .isNotEmpty()
                    .allSatisfy(file ->
                            assertThat(Files.getPosixFilePermissions(file)).hasSize(2));
        }
    }

    @Test
    void subjectsAreTheSameInEveryHome() throws IOException {
        assertThat(values(realm("one").get("users"), "id"))
                .isEqualTo(values(realm("other").get("users"), "id"));
        assertThat(SampleAccount.FIRST_ADMINISTRATOR.subject()).isEqualTo("1873d56f-ff85-3d8d-8a0b-858c51546011");
    }

    @Test
    void everyPersonIsMarkedAsASampleAndStaffIsFew() {
        assertThat(SampleAccount.everyone())
                .allSatisfy(account -> assertThat(account.displayName()).endsWith("（样例）"));
        assertThat(SampleAccount.everyone())
                .filteredOn(account -> account.role() != RealmRole.LEARNER)
                .hasSizeLessThanOrEqualTo(30);
    }

    @Test
    void onlyThePortalSignsPeopleInThroughTheBrowser() throws IOException {
        assertThat(StreamSupport.stream(realm("one").get("clients").spliterator(), false)
                        .filter(client -> client.get("standardFlowEnabled").asBoolean()))
                .extracting(client -> client.get("clientId").asText())
                .containsExactly(Realm.PORTAL_CLIENT);
    }

    private JsonNode realm(String home) throws IOException {
        Path secrets = Files.createDirectories(folder.resolve(home));
        return new ObjectMapper().readTree(new Realm(new Secrets(secrets)).json());
    }

    private static List<String> secrets(JsonNode realm) {
        var secrets = new ArrayList<String>();
        secrets.addAll(realm.get("clients").findValuesAsText("secret"));
        secrets.addAll(realm.get("users").findValuesAsText("value"));
        return secrets;
    }

    private static List<String> values(JsonNode list, String field) {
        return list.findValuesAsText(field);
    }
}
