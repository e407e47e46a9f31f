package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A synthetic worker.
 *
 * @param number the worker's number; 1 to 20 sign in themselves
 * @param part what the worker's part in the story is
 * @param university where the worker applies
 * @param seat where the worker works, and who acts there
 */
record Worker(int number, Part part, University university, Seat seat) {

    static final int ACCOUNTS = 20;

    /** The parts of the story. */
    enum Part {
        GRADUATE,
        STUDYING,
        WITHDRAWN,
        STUDENT_ELSEWHERE,
        WAITLISTED,
        BELOW_ENTRY,
        NOT_RECOMMENDED
    }

    String name() {
        return Synthetic.name(number);
    }

    String idNumber() {
        return Synthetic.idNumber(number);
    }

    /** The phone number; the user name of those who sign in themselves. */
    String phone() {
        return Synthetic.phone(number);
    }

    boolean signsIn() {
        return number <= ACCOUNTS;
    }

    boolean admitted() {
        return switch (part) {
            case GRADUATE, STUDYING, WITHDRAWN, STUDENT_ELSEWHERE -> true;
            case WAITLISTED, BELOW_ENTRY, NOT_RECOMMENDED -> false;
        };
    }

    /** The student number that the university assigns on admission. */
    String studentNumber() {
        return "2015" + university.code() + String.format(java.util.Locale.ROOT, "%04d", number);
    }

    /** The body that registers this worker as a learner. */
    JsonNode registration() {
        return Papers.registration(
                number, seat.unit(), part == Part.BELOW_ENTRY ? "JUNIOR_SECONDARY" : Papers.SENIOR_SECONDARY);
    }

    /** The body that records this worker's own bank card. */
    JsonNode card() {
        return Papers.card(number);
    }
}
