package org.gongxue.kit.checkpoint;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongxue.eventlog.LoggedKey;
import org.gongxue.eventlog.tree.Checkpoint;
import org.gongxue.eventlog.tree.SignedNote;
import org.gongxue.kit.door.Messages;

/**
 * A checkpoint as a page to print, sign and lock away. Plain markup without a style sheet or a script: the content security
 * policy of the door allows neither.
 */
final class PrintedCheckpoint {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private PrintedCheckpoint() {}

    static String of(SignedNote note, List<LoggedKey> keys, Locale locale) {
        Checkpoint checkpoint = Checkpoint.of(note);
        Instant recorded = checkpoint.recordedAt();
        String key = keys.stream()
                .filter(k -> note.isSignedBy(k.verifier()))
                .map(k -> k.verifier().vkey())
                .findFirst()
                .orElse("—");
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%s</title></head>
                <body>
                <h1>%s</h1>
                <p>%s</p>
                <table border="1" cellpadding="6" cellspacing="0">
                <tr><th align="left">%s</th><td>gongxue/%s</td></tr>
                <tr><th align="left">%s</th><td>%d</td></tr>
                <tr><th align="left">%s</th><td>%s</td></tr>
                <tr><th align="left">%s</th><td><code>%s</code></td></tr>
                <tr><th align="left">%s</th><td><code>%s</code></td></tr>
                </table>
                <p>%s</p>
                <pre>%s</pre>
                <p>%s</p>
                %s
                <p>%s ________________________ &#160; %s ________________________</p>
                </body>
                </html>
                """.formatted(
                        locale.toLanguageTag(),
                        escaped(words("TITLE", locale)),
                        escaped(words("TITLE", locale)),
                        escaped(words("INTRODUCTION", locale)),
                        escaped(words("ORIGIN", locale)),
                        escaped(checkpoint.service()),
                        escaped(words("SIZE", locale)),
                        checkpoint.size(),
                        escaped(words("RECORDED", locale)),
                        recorded == null ? "—" : MOMENT.format(recorded),
                        escaped(words("ROOT", locale)),
                        Base64.getEncoder().encodeToString(checkpoint.root()),
                        escaped(words("KEY", locale)),
                        escaped(key),
                        escaped(words("TEXT", locale)),
                        escaped(note.toString()),
                        escaped(words("CODE", locale)),
                        QrCode.svg(note.toString()),
                        escaped(words("WITNESS", locale)),
                        escaped(words("DATE", locale)));
    }

    private static String words(String what, Locale locale) {
        return Messages.text("CHECKPOINT_PRINT." + what, Map.of(), locale);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
