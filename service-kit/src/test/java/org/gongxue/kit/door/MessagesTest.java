package org.gongxue.kit.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.gongxue.eventlog.Refusal;
import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void aSentenceNamesFieldValueAndWhatIsNeeded() {
        var refusal = Refusal.invalid("JSON_VALUE", "intake.year", "soon", "Integer");
        assertThat(Messages.detail(refusal, Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("intake.year：您填的是“soon”，这里需要 Integer。");
        assertThat(Messages.detail(refusal, Locale.ENGLISH))
                .isEqualTo("intake.year: you gave \"soon\"; a Integer is needed here.");
    }

    @Test
    void aFactThatHasANameOfItsOwnIsCalledByIt() {
        var refusal = Refusal.forbidden("NOT_APPOINTED", null, null)
                .withFacts(Map.of("organization", "*", "role", "FINANCE"));
        assertThat(Messages.detail(refusal, Locale.SIMPLIFIED_CHINESE)).startsWith("这件事需要 本项目 的财务人员来办。");
    }

    @Test
    void aValueMayHoldWhatLooksLikeAPlaceholderOrAGroup() {
        var refusal = Refusal.notFound("NOT_FOUND", "unitId", "$1{value}\\");
        assertThat(Messages.detail(refusal, Locale.ENGLISH)).contains("$1{value}\\");
    }

    @Test
    void bothLanguagesKnowTheSameRules() throws IOException {
        assertThat(keys("kit_zh_CN")).isEqualTo(keys("kit_en"));
    }

    @Test
    void chineseIsTheDefault() {
        assertThat(Caller.locale(List.of())).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(Caller.locale(List.of(Locale.FRENCH, Locale.ENGLISH))).isEqualTo(Locale.ENGLISH);
    }

    private static Set<Object> keys(String bundle) throws IOException {
        var properties = new Properties();
        try (var in = MessagesTest.class.getResourceAsStream("/messages/" + bundle + ".properties")) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties.keySet();
    }
}
