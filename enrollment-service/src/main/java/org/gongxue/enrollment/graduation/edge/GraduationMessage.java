package org.gongxue.enrollment.graduation.edge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Optional;
import org.gongxue.enrollment.graduation.CellValue;
import org.gongxue.enrollment.graduation.Column;
import org.gongxue.enrollment.graduation.ReportedGraduate;
import org.gongxue.eventlog.Refusal;
import org.gongxue.kit.door.RefusedException;

/** A graduation as a university's system sends it: a CloudEvent (1.0, JSON) whose data names the columns of the list. */
record GraduationMessage(String id, ReportedGraduate graduate) {

    private static final String TYPE = "org.gongxue.partner.graduation.v1";
    private static final String ID = "[!-~]{1,80}";
    private static final int TEXT_LENGTH_MAX = 200;

    /**
     * Reads one event.
     *
     * @throws RefusedException (422) naming the attribute that is wrong
     */
    static GraduationMessage read(JsonNode event) {
        require(event.isObject(), "", "object");
        require("1.0".equals(event.path("specversion").asText()), "specversion", "1.0");
        require(TYPE.equals(event.path("type").asText()), "type", TYPE);
        require(!event.path("source").asText().isBlank(), "source", "URI");
        var id = event.path("id").asText();
        require(id.matches(ID), "id", "1–80 ASCII");
        var data = event.path("data");
        require(data.isObject(), "data", "object");
        var texts = new EnumMap<Column, String>(Column.class);
        for (var column : Column.values()) {
            value(data.path(column.field())).ifPresent(value -> {
                var text = value.text(column);
                if (!text.isEmpty()) {
                    texts.put(column, text.substring(0, Math.min(text.length(), TEXT_LENGTH_MAX)));
                }
            });
        }
        return new GraduationMessage(id, new ReportedGraduate(texts));
    }

    private static Optional<CellValue> value(JsonNode node) {
        return switch (node.getNodeType()) {
            case NUMBER -> Optional.of(CellValue.of(node.decimalValue()));
            case STRING -> Optional.of(new CellValue.Text(node.asText()));
            case ARRAY, BINARY, BOOLEAN, MISSING, NULL, OBJECT, POJO -> Optional.empty();
        };
    }

    private static void require(boolean holds, String attribute, String needed) {
        if (!holds) {
            throw new RefusedException(Refusal.invalid("MESSAGE_ATTRIBUTE", attribute, null, needed));
        }
    }
}
