package org.gongxue.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Figures of one section as bars, the longest the largest. */
record Bars(JsonNode figures) {
    private static final int ROW = 26;
    private static final int LEFT = 120;
    private static final int WIDTH = 760;
    private static final int BAR_MAX = 540;

    /** A picture that reads on light and on dark. */
    String svg() {
        double max = 0;
        for (JsonNode value : figures) {
            max = Math.max(max, value.asDouble());
        }
        var svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"14\">"
                        + "<title>commands a second</title><rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                WIDTH,
                ROW * figures.size() + ROW / 2));
        int y = ROW;
        for (var bar : figures.properties()) {
            double value = bar.getValue().asDouble();
            double width = max == 0 ? 0 : BAR_MAX * value / max;
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
                            + "<rect x=\"%d\" y=\"%d\" width=\"%.0f\" height=\"16\" fill=\"%s\"/>"
                            + "<text x=\"%.0f\" y=\"%d\">%,.0f</text>%n",
                    LEFT - 8,
                    y,
                    bar.getKey(),
                    LEFT,
                    y - 13,
                    width,
                    bar.getKey().startsWith("ours") || bar.getKey().startsWith("hot") ? "#c0392b" : "#7f8c8d",
                    LEFT + width + 6,
                    y,
                    value));
            y += ROW;
        }
        return svg.append("</svg>\n").toString();
    }
}
