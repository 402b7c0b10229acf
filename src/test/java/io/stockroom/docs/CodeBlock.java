package io.stockroom.docs;

import java.util.List;

/**
 * A fenced code block.
 *
 * @param info the words after the opening fence
 * @param text the lines between the fences, each with a line feed at its end
 * @param line the line number of the opening fence, from 1
 * @param lastLine the line number of the closing fence
 */
record CodeBlock(List<String> info, String text, int line, int lastLine) {

    /** Returns the first word after the fence, or an empty text. */
    String language() {
        return info.isEmpty() ? "" : info.get(0);
    }

    boolean isRun() {
        return has("run");
    }

    boolean isBackground() {
        return isRun() && has("background");
    }

    boolean isOutput() {
        return has("output");
    }

    private boolean has(String marker) {
        return info.lastIndexOf(marker) > 0;
    }
}
