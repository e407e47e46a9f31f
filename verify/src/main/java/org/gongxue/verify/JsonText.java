package org.gongxue.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;

/** Reads one JSON text; used once. */
final class JsonText {

    private static final int DEPTH_MAX = 64;
    private static final Pattern NUMERAL = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final String text;
    private int at;
    private int depth;

    JsonText(String text) {
        this.text = text;
    }

    /** The value that is the whole text. */
    Json whole() throws MalformedException {
        var value = value();
        space();
        if (at < text.length()) {
            throw malformed("something follows the JSON");
        }
        return value;
    }

    private Json value() throws MalformedException {
        space();
        return switch (peek()) {
            case '{' -> members();
            case '[' -> items();
            case '"' -> new Json.Text(string());
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> numeral();
        };
    }

    private Json members() throws MalformedException {
        enter();
        var members = new LinkedHashMap<String, Json>();
        if (!closes('}')) {
            do {
                space();
                var name = string();
                space();
                expect(':');
                if (members.putIfAbsent(name, value()) != null) {
                    throw malformed("a member comes twice: " + name);
                }
                space();
            } while (follows(','));
            expect('}');
        }
        depth--;
        return new Json.Members(members);
    }

    private Json items() throws MalformedException {
        enter();
        var items = new ArrayList<Json>();
        if (!closes(']')) {
            do {
                items.add(value());
                space();
            } while (follows(','));
            expect(']');
        }
        depth--;
        return new Json.Items(items);
    }

    private void enter() throws MalformedException {
        at++;
        depth++;
        if (depth > DEPTH_MAX) {
            throw malformed("nested too deeply");
        }
    }

    private boolean closes(char end) throws MalformedException {
        space();
        return follows(end);
    }

    private String string() throws MalformedException {
        expect('"');
        var string = new StringBuilder();
        while (true) {
            var c = next();
            if (c == '"') {
                return string.toString();
            }
            if (c < ' ') {
                throw malformed("a control character in a string");
            }
            string.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() throws MalformedException {
        var c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'u' -> hex();
            default -> throw malformed("an escape that does not exist");
        };
    }

    private char hex() throws MalformedException {
        var code = 0;
        for (var i = 0; i < 4; i++) {
            var digit = Character.digit(next(), 16);
            if (digit < 0) {
                throw malformed("an escape that does not exist");
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private Json word(String word) throws MalformedException {
        if (!text.startsWith(word, at)) {
            throw malformed("no value");
        }
        at += word.length();
        return new Json.Word(word);
    }

    private Json numeral() throws MalformedException {
        var numeral = NUMERAL.matcher(text).region(at, text.length());
        if (!numeral.lookingAt()) {
            throw malformed("no value");
        }
        at = numeral.end();
        return new Json.Numeral(numeral.group());
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean follows(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) throws MalformedException {
        if (!follows(c)) {
            throw malformed("expected " + c);
        }
    }

    private char peek() throws MalformedException {
        if (at >= text.length()) {
            throw malformed("it ends too early");
        }
        return text.charAt(at);
    }

    private char next() throws MalformedException {
        var c = peek();
        at++;
        return c;
    }

    private MalformedException malformed(String what) {
        return new MalformedException("no JSON at character " + at + ": " + what);
    }
}
