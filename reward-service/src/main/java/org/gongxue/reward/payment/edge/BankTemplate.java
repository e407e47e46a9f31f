package org.gongxue.reward.payment.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * What a bank wants to read and what it writes back. Templates are data: {@code banks/<name>.json}.
 *
 * @param sheet the name of the sheet
 * @param columns what stands in which column, from left to right
 * @param purposes what may be paid for, by code, in the words a payee reads
 */
record BankTemplate(String name, String sheet, List<Column> columns, Map<String, String> purposes, Results results) {

    /** A column's heading and what stands under it, as text. */
    record Column(String title, Field field) {}

    /** What a payment line can show. */
    enum Field {
        LINE,
        PAYEE_NAME,
        ACCOUNT_NUMBER,
        BANK_NAME,
        BANK_CODE,
        AMOUNT_YUAN,
        PURPOSE,
        PAYMENT_NUMBER
    }

    /**
     * The headings of a result file and its words.
     *
     * @param paid the words for paid
     * @param returned the words for sent back
     * @param timeFormats how times are written; a bare date {@code yyyy-MM-dd} is always understood
     * @param failureCodes a code for each of the bank's reasons; others are {@code OTHER}
     */
    record Results(
            String paymentNumber,
            String status,
            String failure,
            String bankReference,
            String time,
            List<String> paid,
            List<String> returned,
            List<String> timeFormats,
            Map<String, String> failureCodes) {}

    /**
     * Loads a template.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    static BankTemplate load(String name, ObjectMapper json) {
        var resource = "banks/" + name + ".json";
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no bank template " + name);
            }
            return json.readValue(in, BankTemplate.class);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
