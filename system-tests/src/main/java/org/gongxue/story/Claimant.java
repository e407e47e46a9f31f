package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A synthetic worker who claims a skill reward.
 *
 * @param number the worker's number; those up to {@value Worker#ACCOUNTS} sign in themselves and are learners already
 */
record Claimant(int number, Seat seat) {

    /** Added to a number, it names the second bank card of whoever's first one was closed. */
    private static final int SECOND_CARD = 500_000;

    boolean signsIn() {
        return number <= Worker.ACCOUNTS;
    }

    /** The user name of those who sign in. */
    String phone() {
        return Synthetic.phone(number);
    }

    /** The body that registers this worker together with the own bank card. */
    JsonNode registration() {
        ObjectNode registration = (ObjectNode) Papers.registration(number, seat.unit(), Papers.SENIOR_SECONDARY);
        return registration.set("card", card());
    }

    JsonNode card() {
        return Papers.card(number);
    }

    String cardNumber() {
        return Synthetic.cardNumber(number);
    }

    /** The card that replaces a closed one. */
    JsonNode secondCard() {
        return Papers.card(SECOND_CARD + number);
    }
}
