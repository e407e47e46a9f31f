package org.gongxue.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small house of two logs and the pack that is made of them; whoever operates it may lie before it is packed. */
final class SamplePack {

    private static final String INPUT = "org.gongxue.log.input-accepted";

    final SampleLog reward = new SampleLog("reward");
    final SampleLog creditBank = new SampleLog("credit-bank");
    final List<SampleLog.Event> rewardEvents = new ArrayList<>();
    final List<SampleLog.Event> sources = new ArrayList<>();
    byte[] sheet = "PK… 业务编号,政策版本 …".getBytes(UTF_8);
    String explanationSays = "OWED";
    String factsSay = "";
    String statedAskedBy = "user:auditor-1";
    int size;
    int sourceSize;

    /** The house before it is asked for a pack. */
    SamplePack() {
        reward.addKey(SampleLog.newKey(1), null);
        creditBank.addKey(SampleLog.newKey(2), null);
        for (var i = 0; i < 5; i++) {
            creditBank.add(
                    "outcome/X-" + i, "org.gongxue.credit-bank.outcome-deposited", "{\"outcomeId\":\"X-" + i + "\"}");
            reward.add("fund/F-" + i, "org.gongxue.reward.fund-opened", "{\"fundId\":\"F-" + i + "\"}");
        }
        reward.addKey(SampleLog.newKey(3), reward.keys.getLast());
    }

    /** A learner's certificate is deposited, recognized, accepted, and the reward approved; things go on besides. */
    SamplePack lived() {
        var deposited = creditBank.add(
                "outcome/O-1",
                "org.gongxue.credit-bank.outcome-deposited",
                "{\"outcomeId\":\"O-1\",\"level\":\"高级工\"}");
        var recognized = creditBank.add(
                "outcome/O-1",
                "org.gongxue.credit-bank.outcome-recognized",
                "{\"outcomeId\":\"O-1\",\"heldBefore\":null}");
        sources.addAll(List.of(deposited, recognized));
        for (var source : sources) {
            rewardEvents.add(reward.add("outcome/O-1", INPUT, accepted(source)));
        }
        for (var type : List.of("opened", "assessed", "approved")) {
            rewardEvents.add(reward.add(
                    "entitlement/E-0123456789abcdef",
                    "org.gongxue.reward.entitlement-" + type,
                    "{\"entitlementId\":\"E-0123456789abcdef\"}"));
        }
        for (var i = 0; i < 9; i++) {
            creditBank.add(
                    "outcome/Y-" + i, "org.gongxue.credit-bank.outcome-deposited", "{\"outcomeId\":\"Y-" + i + "\"}");
        }
        return this;
    }

    private String accepted(SampleLog.Event source) {
        return "{\"source\":\"" + source.service() + "\",\"index\":" + source.index() + ",\"id\":\"" + source.id()
                + "\",\"leaf\":\"" + SampleLog.base64(source.leaf()) + "\",\"type\":\"" + source.type()
                + "\",\"revision\":" + source.revision() + ",\"facts\":" + source.data() + factsSay + "}";
    }

    /** The files of the pack, the statement logged first. */
    Map<String, byte[]> files() {
        var references = new ArrayList<String>();
        rewardEvents.forEach(e -> references.add(e.reference()));
        sources.forEach(e -> references.add(e.reference()));
        var explanation = "{\"result\":\"OWED\",\"rests on\":[" + String.join(",", references) + "]}";
        var statement = reward.add(
                "evidence/P-1",
                "org.gongxue.reward.evidence-issued",
                "{\"entitlementId\":\"E-0123456789abcdef\",\"paymentId\":\"2017-000001-1\",\"explanationDigest\":\""
                        + hex(explanation.replace("OWED", explanationSays).getBytes(UTF_8)) + "\",\"sheetDigest\":\""
                        + hex(sheet) + "\",\"askedBy\":\"" + statedAskedBy + "\"}");
        var asked = new ArrayList<>(rewardEvents);
        asked.add(statement);
        reward.keys.forEach(key -> asked.add(reward.events.get((int) key.index() - 1)));
        var sourced = new ArrayList<>(sources);
        creditBank.keys.forEach(key -> sourced.add(creditBank.events.get((int) key.index() - 1)));
        reward.add("fund/F-1", "org.gongxue.reward.waitlist-joined", "{\"fundId\":\"F-1\"}");
        size = reward.events.size();
        sourceSize = creditBank.events.size();
        var files = new TreeMap<String, byte[]>();
        put(
                files,
                "manifest.json",
                "{\"format\":\"gongxue-evidence/1\",\"service\":\"reward\",\"entitlementId\":\"E-0123456789abcdef\","
                        + "\"paymentId\":\"2017-000001-1\",\"askedBy\":\"user:auditor-1\",\"at\":"
                        + statement.recordedAt() + ",\"statement\":" + statement.index()
                        + ",\"checkpoints\":{\"credit-bank\":" + sourceSize + ",\"reward\":" + size + "}}");
        put(files, "explanation.json", explanation);
        files.put("底稿.xlsx", sheet);
        put(files, reward, asked, size);
        put(files, creditBank, sourced, sourceSize);
        return files;
    }

    private static void put(Map<String, byte[]> files, SampleLog log, List<SampleLog.Event> events, int size) {
        put(files, "checkpoints/" + log.service + ".txt", log.checkpoint(size));
        put(files, "keys/" + log.service + ".json", log.keysJson());
        for (var event : events) {
            put(files, "events/" + log.service + "/" + event.index() + ".json", event.json());
            put(files, "proofs/" + log.service + "/" + event.index() + ".json", log.inclusion(event.index(), size));
        }
    }

    static void put(Map<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(UTF_8));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(SampleLog.sha256(bytes));
    }

    static byte[] zip(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                var crc = new CRC32();
                crc.update(file.getValue());
                var entry = new ZipEntry(file.getKey());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(file.getValue().length);
                entry.setCrc(crc.getValue());
                entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
