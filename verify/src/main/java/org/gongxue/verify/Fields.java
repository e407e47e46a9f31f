package org.gongxue.verify;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object, taken in their published order; none may be left over. */
final class Fields {

    private final Iterator<Map.Entry<String, Json>> rest;
    private Map.@Nullable Entry<String, Json> next;

    private Fields(Json.Members members) {
        this.rest = members.members().entrySet().iterator();
        advance();
    }

    /** The fields of a value that must be an object. */
    static Fields of(Json json) throws MalformedException {
        if (json instanceof Json.Members members) {
            return new Fields(members);
        }
        throw new MalformedException("no JSON object");
    }

    /** The items of a value that must be an array. */
    static List<Json> items(Json json) throws MalformedException {
        if (json instanceof Json.Items(var items)) {
            return items;
        }
        throw new MalformedException("no JSON array");
    }

    /** Whether the next field has this name. */
    boolean has(String name) {
        return next != null && next.getKey().equals(name);
    }

    Json json(String name) throws MalformedException {
        var field = next;
        if (field == null || !field.getKey().equals(name)) {
            throw new MalformedException(
                    "field " + name + " expected, " + (field == null ? "nothing" : field.getKey()) + " found");
        }
        advance();
        return field.getValue();
    }

    String text(String name) throws MalformedException {
        if (json(name) instanceof Json.Text(var text)) {
            return text;
        }
        throw new MalformedException("field " + name + " is no text");
    }

    /** The text, or null if the next field has another name. */
    @Nullable
    String optionalText(String name) throws MalformedException {
        return has(name) ? text(name) : null;
    }

    long whole(String name) throws MalformedException {
        return whole(name, json(name));
    }

    int number(String name) throws MalformedException {
        var number = whole(name);
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw new MalformedException("field " + name + " is out of range");
        }
        return (int) number;
    }

    /** Bytes in Base64. */
    byte[] bytes(String name) throws MalformedException {
        return base64(text(name));
    }

    /** Hashes in Base64. */
    List<byte[]> hashes(String name) throws MalformedException {
        var hashes = new ArrayList<byte[]>();
        for (var item : items(json(name))) {
            if (!(item instanceof Json.Text(var text))) {
                throw new MalformedException("field " + name + " has what is no hash");
            }
            hashes.add(hash(text));
        }
        return hashes;
    }

    /** All fields have been taken. */
    void end() throws MalformedException {
        if (next != null) {
            throw new MalformedException("an unknown field: " + next.getKey());
        }
    }

    static long whole(String name, Json json) throws MalformedException {
        if (json instanceof Json.Numeral(var digits)) {
            try {
                var number = Long.parseLong(digits);
                if (Long.toString(number).equals(digits)) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw new MalformedException("field " + name + " is no 64-bit number");
            }
        }
        throw new MalformedException("field " + name + " is no whole number");
    }

    /** A SHA-256 in Base64. */
    static byte[] hash(String base64) throws MalformedException {
        var hash = base64(base64);
        if (hash.length != 32) {
            throw new MalformedException("a hash of " + hash.length + " bytes");
        }
        return hash;
    }

    /** Base64 in its one form: the decoder alone would let bits pass that mean nothing. */
    static byte[] base64(String text) throws MalformedException {
        try {
            var bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new MalformedException("no Base64: " + text);
        }
        throw new MalformedException("Base64 with bits that mean nothing: " + text);
    }

    private void advance() {
        next = rest.hasNext() ? rest.next() : null;
    }
}
