package org.gongxue.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongxue.story.University.Course;
import org.gongxue.story.Worker.Part;
import org.junit.jupiter.api.Test;

class CastTest {

    private final Cast cast = new Cast();

    @Test
    void threeOfThePeopleMakeOneThousandAndSixtyApplications() {
        assertThat(cast.workers().size() + Cast.TWICE.size()).isEqualTo(1_060);
        assertThat(cast.workers()).filteredOn(Worker::admitted).hasSize(Intake.OF_2015.quota());
        assertThat(cast.of(Part.WAITLISTED)).hasSize(30);
        assertThat(cast.of(Part.BELOW_ENTRY)).hasSize(18);
        assertThat(cast.of(Part.NOT_RECOMMENDED)).hasSize(9);
    }

    @Test
    void eachUniversityAdmitsAsManyAsItHasPlaces() {
        for (University university : University.ALL) {
            assertThat(cast.workers())
                    .filteredOn(
                            worker -> worker.admitted() && worker.university().equals(university))
                    .hasSize(Intake.OF_2015.placesAt(university));
        }
    }

    @Test
    void tuitionAddsUpToWhatIsOwed() {
        long reduced = Cast.REDUCED.size();
        assertThat(cast.numbered(Cast.REDUCED)).allMatch(worker -> worker.part() == Part.GRADUATE);
        assertThat((cast.of(Part.GRADUATE).size() - reduced) * 800_000 + reduced * 680_000)
                .isEqualTo(LookAtWhatIsOwed.OWED_FEN);
    }

    @Test
    void threeCoursesOfEightCreditsCanBeReplaced() {
        assertThat(University.courses().stream().mapToInt(Course::credits).sum())
                .isEqualTo(University.REQUIRED_CREDITS);
        assertThat(University.REPLACEABLE).extracting(Course::credits).containsExactly(3, 3, 2);
    }

    @Test
    void theGraduationFileHoldsThreeHundredAndThreeRows() {
        List<List<String>> sheet = Workbooks.read(new GraduationFile(cast).workbook());
        assertThat(sheet.getFirst()).isEqualTo(Diplomas.HEADINGS);
        assertThat(sheet.subList(1, sheet.size())).hasSize(303);
        assertThat(sheet.get(GraduationFile.ROW_SCIENTIFIC - 1)).contains("1.07E+17");
        assertThat(sheet.subList(1, sheet.size()).stream().distinct()).hasSize(300);
    }
}
