package org.gongxue.reward.sheet.edge;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Comma- or tab-separated text (RFC 4180) as spreadsheet programs save it: in UTF-8, with its mark or without, or in
 * GB18030, which Chinese ones write.
 */
final class CsvText {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final char MARK = '\uFEFF';

    private final String text;
    private final char separator;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private int at;

    private CsvText(String text) {
        this.text = text;
        var firstLine = text.lines().findFirst().orElse("");
        this.separator = firstLine.indexOf('\t') >= 0 && firstLine.indexOf(',') < 0 ? '\t' : ',';
    }

    /** Every line, an empty one as a row of one empty cell. */
    static List<List<String>> rows(byte[] file) {
        var text = decoded(file);
        if (text.indexOf('\0') >= 0) {
            throw SheetFile.unreadable();
        }
        return new CsvText(text).read();
    }

    private static String decoded(byte[] file) {
        try {
            var text = strictly(StandardCharsets.UTF_8, file);
            return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            try {
                return strictly(GB18030, file);
            } catch (CharacterCodingException e) {
                throw SheetFile.unreadable();
            }
        }
    }

    private static String strictly(Charset charset, byte[] file) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(file))
                .toString();
    }

    private List<List<String>> read() {
        while (at < text.length()) {
            row.add(text.charAt(at) == '"' ? quoted() : plain());
            if (at < text.length() && text.charAt(at) == separator) {
                at++;
                if (at == text.length()) {
                    row.add("");
                }
            } else {
                endOfLine();
            }
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        return rows;
    }

    private String plain() {
        var from = at;
        while (at < text.length() && !ends(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private boolean ends(char c) {
        return c == separator || c == '\n' || c == '\r';
    }

    /** A cell in quotation marks; a doubled mark is one. What follows the closing mark still belongs to the cell. */
    private String quoted() {
        var cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            var c = text.charAt(at++);
            if (c != '"') {
                cell.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                return cell.append(plain()).toString();
            }
        }
        return cell.toString();
    }

    private void endOfLine() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        rows.add(row);
        row = new ArrayList<>();
    }
}
