package org.gongxue.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Single changes of a pack: of every file, of every field, and of bytes anywhere. Each gives another pack. */
final class Tampering {

    /** A changed pack and what was done to it. */
    record Tampered(String what, Map<String, byte[]> files) {}

    private final Map<String, byte[]> pack;
    private final List<Tampered> tampered = new ArrayList<>();

    Tampering(Map<String, byte[]> pack) {
        this.pack = pack;
    }

    /** Every file: deleted, emptied, cut, doubled under another name, swapped with any other, taken from another pack. */
    List<Tampered> ofFiles(Map<String, byte[]> otherPack) {
        for (var name : pack.keySet()) {
            var bytes = pack.get(name);
            without(name);
            with(name, new byte[0], "emptied");
            with(name, Arrays.copyOf(bytes, bytes.length / 2), "cut in half");
            with(name, Arrays.copyOf(bytes, bytes.length - 1), "cut by a byte");
            with(name, Arrays.copyOf(bytes, bytes.length + 1), "a byte longer");
            with(name, SampleLog.concat(bytes, bytes), "written twice");
            with(name.replace(".", "0."), bytes, "inserted");
            with(name + "/more", bytes, "inserted");
            with("events/reward/more/" + name.replace('/', '-'), bytes, "inserted");
            var other = otherPack.get(name);
            if (other != null && !Arrays.equals(other, bytes)) {
                with(name, other, "of another pack");
            }
            for (var second : pack.keySet()) {
                if (second.compareTo(name) > 0 && !Arrays.equals(bytes, pack.get(second))) {
                    var files = new TreeMap<>(pack);
                    files.put(name, pack.get(second));
                    files.put(second, bytes);
                    tampered.add(new Tampered("swapped " + name + " and " + second, files));
                }
            }
        }
        otherPack.forEach((name, bytes) -> {
            if (!pack.containsKey(name)) {
                with(name, bytes, "of another pack");
            }
        });
        return tampered;
    }

    /** Every field of every JSON file and every line of every checkpoint: changed, deleted, inserted, swapped. */
    List<Tampered> ofFields() throws MalformedException {
        for (var name : pack.keySet()) {
            if (name.endsWith(".json")) {
                ofJson(name, Json.read(pack.get(name)), new Place(name));
            } else if (name.endsWith(".txt")) {
                ofLines(name);
            }
        }
        return tampered;
    }

    /** Where a value stands, so that the file can be written with another one there. */
    private final class Place {
        private final String name;
        private final List<Object> path;

        Place(String name) {
            this(name, List.of());
        }

        private Place(String name, List<Object> path) {
            this.name = name;
            this.path = path;
        }

        Place at(Object step) {
            var longer = new ArrayList<>(path);
            longer.add(step);
            return new Place(name, longer);
        }

        void put(Json json, String what) throws MalformedException {
            var whole = replaced(Json.read(pack.get(name)), 0, json).written().getBytes(UTF_8);
            if (!Arrays.equals(whole, pack.get(name))) {
                with(name, whole, path + " " + what);
            }
        }

        private Json replaced(Json json, int depth, Json value) {
            if (depth == path.size()) {
                return value;
            }
            return switch (json) {
                case Json.Members(var members) -> {
                    var changed = new LinkedHashMap<>(members);
                    changed.computeIfPresent((String) path.get(depth), (n, v) -> replaced(v, depth + 1, value));
                    yield new Json.Members(changed);
                }
                case Json.Items(var items) -> {
                    var changed = new ArrayList<>(items);
                    var i = (Integer) path.get(depth);
                    changed.set(i, replaced(items.get(i), depth + 1, value));
                    yield new Json.Items(changed);
                }
                default -> throw new IllegalStateException("no such place");
            };
        }
    }

    private void ofJson(String name, Json json, Place place) throws MalformedException {
        switch (json) {
            case Json.Members(var members) -> {
                var more = new LinkedHashMap<>(members);
                more.put("more", new Json.Text("x"));
                place.put(new Json.Members(more), "a field inserted");
                var turned = new LinkedHashMap<String, Json>();
                new ArrayList<>(members.keySet()).reversed().forEach(key -> turned.put(key, members.get(key)));
                place.put(new Json.Members(turned), "fields in another order");
                for (var key : members.keySet()) {
                    var fewer = new LinkedHashMap<>(members);
                    fewer.remove(key);
                    place.put(new Json.Members(fewer), key + " deleted");
                    ofJson(name, members.get(key), place.at(key));
                    var names = List.copyOf(members.keySet());
                    var other = names.get((names.indexOf(key) + 1) % names.size());
                    var swapped = new LinkedHashMap<>(members);
                    swapped.put(key, members.get(other));
                    swapped.put(other, members.get(key));
                    place.put(new Json.Members(swapped), key + " and " + other + " swapped");
                }
            }
            case Json.Items(var items) -> {
                for (var i = 0; i < items.size(); i++) {
                    var fewer = new ArrayList<>(items);
                    var gone = fewer.remove(i);
                    place.put(new Json.Items(fewer), i + " deleted");
                    fewer.addFirst(gone);
                    place.put(new Json.Items(fewer), i + " moved to the front");
                    fewer.addFirst(gone);
                    place.put(new Json.Items(fewer), i + " twice");
                    ofJson(name, items.get(i), place.at(i));
                }
            }
            case Json.Text(var text) -> {
                place.put(new Json.Text(text + "x"), "longer");
                place.put(new Json.Text(""), "emptied");
                place.put(new Json.Text("x"), "rewritten");
                place.put(new Json.Word("null"), "null");
                for (var i = 0; i < text.length(); i += 1 + text.length() / 8) {
                    var c = text.charAt(i) == 'A' ? 'B' : 'A';
                    place.put(new Json.Text(text.substring(0, i) + c + text.substring(i + 1)), "another letter " + i);
                }
            }
            case Json.Numeral(var digits) -> {
                place.put(new Json.Numeral(Long.toString(Long.parseLong(digits) + 1)), "one more");
                place.put(new Json.Numeral(Long.toString(Long.parseLong(digits) - 1)), "one less");
                place.put(new Json.Numeral("-" + digits), "negative");
                place.put(new Json.Numeral(digits + ".0"), "as a fraction");
                place.put(new Json.Numeral("99999999999999999999"), "out of range");
                place.put(new Json.Text(digits), "as a text");
            }
            case Json.Word word -> place.put(new Json.Word("true"), "true");
        }
    }

    private void ofLines(String name) {
        var lines = new String(pack.get(name), UTF_8).lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            var fewer = new ArrayList<>(lines);
            var line = fewer.remove(i);
            text(name, fewer, "line " + i + " deleted");
            fewer.addFirst(line);
            text(name, fewer, "line " + i + " moved to the front");
            var twice = new ArrayList<>(lines);
            twice.add(i, line);
            text(name, twice, "line " + i + " twice");
            for (var at = 0; at <= line.length(); at++) {
                var changed = new ArrayList<>(lines);
                changed.set(i, line.substring(0, at) + "7" + line.substring(at));
                text(name, changed, "line " + i + " a digit inserted at " + at);
                if (at < line.length()) {
                    changed.set(
                            i, line.substring(0, at) + (line.charAt(at) == '1' ? '2' : '1') + line.substring(at + 1));
                    text(name, changed, "line " + i + " a letter changed at " + at);
                }
            }
        }
    }

    private void text(String name, List<String> lines, String what) {
        with(name, (String.join("\n", lines) + "\n").getBytes(UTF_8), what);
    }

    /** Bytes inside the files: changed, inserted, deleted, at random places. */
    List<Tampered> ofBytes(Random random, int count) {
        var names = List.copyOf(pack.keySet());
        while (tampered.size() < count) {
            var name = names.get(random.nextInt(names.size()));
            with(name, changed(pack.get(name), random), "a byte");
        }
        return tampered;
    }

    /** A byte somewhere changed, inserted or deleted, or the end cut off. */
    static byte[] changed(byte[] bytes, Random random) {
        var at = random.nextInt(bytes.length);
        return switch (random.nextInt(4)) {
            case 0 -> {
                var copy = bytes.clone();
                copy[at] ^= (byte) (1 << random.nextInt(8));
                yield copy;
            }
            case 1 -> join(bytes, at, new byte[] {(byte) random.nextInt(256)}, at);
            case 2 -> join(bytes, at, new byte[0], at + 1);
            default -> Arrays.copyOf(bytes, at);
        };
    }

    private static byte[] join(byte[] bytes, int end, byte[] middle, int begin) {
        var before = SampleLog.concat(Arrays.copyOf(bytes, end), middle);
        return SampleLog.concat(before, Arrays.copyOfRange(bytes, begin, bytes.length));
    }

    private void without(String name) {
        var files = new TreeMap<>(pack);
        files.remove(name);
        tampered.add(new Tampered("deleted " + name, files));
    }

    private void with(String name, byte[] bytes, String what) {
        if (!Arrays.equals(bytes, pack.get(name))) {
            var files = new TreeMap<>(pack);
            files.put(name, bytes);
            tampered.add(new Tampered(name + " " + what, files));
        }
    }
}
