package org.gongxue.verify;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A JSON value (RFC 8259). */
sealed interface Json {

    /** Its members in the order of the text. */
    record Members(Map<String, Json> members) implements Json {}

    /** An array. */
    record Items(List<Json> items) implements Json {}

    /** A string. */
    record Text(String text) implements Json {}

    /** A number, as it was written. */
    record Numeral(String digits) implements Json {}

    /** {@code true}, {@code false} or {@code null}. */
    record Word(String word) implements Json {}

    /**
     * Reads a text; a member may not come twice.
     *
     * @throws MalformedException if it is not JSON in UTF-8
     */
    static Json read(byte[] bytes) throws MalformedException {
        return new JsonText(utf8(bytes)).whole();
    }

    /**
     * Reads a text that must be in its one published form: no spaces, nothing escaped that need not be. So there is no
     * byte in it that could be another one and mean the same.
     *
     * @throws MalformedException if it is in another form, or no JSON
     */
    static Json readCanonical(byte[] bytes) throws MalformedException {
        var text = utf8(bytes);
        var json = new JsonText(text).whole();
        if (!json.written().equals(text)) {
            throw new MalformedException("not in the published form: it was written again by somebody");
        }
        return json;
    }

    /** The text in its published form. */
    default String written() {
        var text = new StringBuilder();
        write(this, text);
        return text.toString();
    }

    private static void write(Json json, StringBuilder text) {
        switch (json) {
            case Members(var members) -> {
                text.append('{');
                var separator = "";
                for (var member : members.entrySet()) {
                    text.append(separator);
                    quote(member.getKey(), text);
                    text.append(':');
                    write(member.getValue(), text);
                    separator = ",";
                }
                text.append('}');
            }
            case Items(var items) -> {
                text.append('[');
                var separator = "";
                for (var item : items) {
                    text.append(separator);
                    write(item, text);
                    separator = ",";
                }
                text.append(']');
            }
            case Text(var string) -> quote(string, text);
            case Numeral(var digits) -> text.append(digits);
            case Word(var word) -> text.append(word);
        }
    }

    /** A string in quotes: only quotes, backslashes and control characters are escaped. */
    static String quoted(String string) {
        var text = new StringBuilder();
        quote(string, text);
        return text.toString();
    }

    private static void quote(String string, StringBuilder text) {
        text.append('"');
        for (var i = 0; i < string.length(); i++) {
            var c = string.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\f' -> text.append("\\f");
                case '\r' -> text.append("\\r");
                default -> {
                    if (c < ' ') {
                        text.append("\\u00").append(c < 0x10 ? '0' : '1').append("0123456789ABCDEF".charAt(c & 0xf));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    private static String utf8(byte[] bytes) throws MalformedException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedException("not UTF-8");
        }
    }
}
