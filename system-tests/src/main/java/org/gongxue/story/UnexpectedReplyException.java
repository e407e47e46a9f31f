package org.gongxue.story;

import java.nio.charset.StandardCharsets;

/** The house refused what the story takes for granted; the story cannot go on. */
final class UnexpectedReplyException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int EXCERPT = 2_000;

    UnexpectedReplyException(String account, String method, String path, Reply reply) {
        super(account + ": " + method + " " + path + " was answered with " + reply.status() + ": " + excerpt(reply));
    }

    private static String excerpt(Reply reply) {
        String text = new String(reply.bytes(), StandardCharsets.UTF_8);
        return text.length() > EXCERPT ? text.substring(0, EXCERPT) + "…" : text;
    }
}
