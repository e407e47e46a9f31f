package org.gongxue.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The places of the skill reward in one year: the grid of units and groups, and the lines before them. */
final class QuotaDesk {

    private static final String CELLS = Paths.REWARD + "quotas/cells/";

    private final House house;
    private final SkillYear year;
    private final int policyVersion;
    private final String path;

    /** The desk for one year's places under a published version of the policy. */
    QuotaDesk(House house, SkillYear year, int policyVersion) {
        this.house = house;
        this.year = year;
        this.policyVersion = policyVersion;
        this.path = Paths.REWARD + "quotas/" + PolicyFiles.SKILL + "/" + year.year();
    }

    /** Has the whole grid read from a spreadsheet; nothing is stored yet. */
    JsonNode preview() {
        return house.as(Staff.ADMINISTRATOR)
                .upload(path + "/file?policyVersion=" + policyVersion, "名额表-" + year.year() + ".xlsx", workbook());
    }

    private byte[] workbook() {
        List<SkillGroup> groups = Arrays.asList(SkillGroup.values());
        List<String> headings = Stream.concat(
                        Stream.of("单位编号", "单位名称"), groups.stream().map(SkillGroup::label))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        year.grid()
                .forEach((unit, places) -> rows.add(Stream.concat(
                                Stream.of(unit.id(), unit.name()),
                                groups.stream().map(group -> String.valueOf(places.getOrDefault(group, 0))))
                        .toList()));
        return Workbooks.write("名额", headings, rows);
    }

    /** Proposes the places; the answer names number and digest. */
    JsonNode propose(JsonNode cells, String reasonCode) {
        return house.as(Staff.ADMINISTRATOR)
                .command(
                        path + "/proposals",
                        Json.object("policyVersion", policyVersion, "reasonCode", reasonCode, "cells", cells));
    }

    /** What the checker sends, and where. */
    Reply confirm(String account, JsonNode proposal) {
        return house.as(account)
                .attempt(
                        path + "/proposals/" + proposal.path("number").asText() + "/confirmation",
                        Json.object("digest", proposal.path("digest").asText()));
    }

    /** The whole grid of a spreadsheet, proposed and confirmed by two persons. */
    void allot() {
        JsonNode proposal = propose(preview().path("cells"), "ALLOTMENT");
        Reply confirmed = confirm(Staff.SECOND_ADMINISTRATOR, proposal);
        if (!confirmed.succeeded()) {
            throw new UnexpectedReplyException(Staff.SECOND_ADMINISTRATOR, "confirmation of", path, confirmed);
        }
    }

    /** The cells as the administrator sees them. */
    List<JsonNode> cells() {
        return Json.list(house.as(Staff.ADMINISTRATOR).read(path).path("cells"));
    }

    /** One of the counts of the cells of a group: places, used, waiting or left. */
    static int sum(List<JsonNode> cells, SkillGroup group, String count) {
        return cells.stream()
                .filter(cell -> cell.path("group").asText().equals(group.label()))
                .mapToInt(cell -> cell.path(count).asInt())
                .sum();
    }

    /** The cell of a unit and group. */
    JsonNode cell(Unit holder, SkillGroup group) {
        return cells().stream()
                .filter(cell -> cell.path("unitId").asText().equals(holder.id())
                        && cell.path("group").asText().equals(group.label()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no places for " + holder.name()));
    }

    /** Who waits for a cell, first come first. */
    List<JsonNode> line(JsonNode cell) {
        return house.as(Staff.ADMINISTRATOR).readAll(CELLS + cell.path("cellId").asText() + "/waitlist");
    }
}
