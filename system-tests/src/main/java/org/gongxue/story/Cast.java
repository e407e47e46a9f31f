package org.gongxue.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongxue.story.Worker.Part;

/**
 * The 1,057 people who send the 1,060 applications of 2015 (three apply twice). The first twenty sign in themselves and
 * are spread over the parts; the rest fill the parts up to the story's numbers.
 */
final class Cast {

    /** A plain graduate: the whole tuition, own credits only. */
    static final int PLAIN_GRADUATE = 1;
    /** The certificate of this learner is revoked after conversion. */
    static final int REVOKED = 6;
    /** This learner's university reports 76 of 80 credits. */
    static final int SHORT_OF_CREDITS = 7;
    /** This learner has withdrawn, and is reported as a graduate all the same. */
    static final int WITHDRAWN_BUT_REPORTED = 9;
    /** This learner studies elsewhere, and is reported by a university that never enrolled the learner. */
    static final int REPORTED_ELSEWHERE = 13;
    /** Two graduates whose diploma numbers are wrong in the first file. */
    static final List<Integer> WRONG_DIPLOMA_NUMBERS = List.of(5, 25);
    /** Two graduates who reach the required credits by a converted certificate only. */
    static final List<Integer> CONVERTED = List.of(3, 4);
    /** Seven graduates whose tuition was reduced by 1,200 yuan. */
    static final List<Integer> REDUCED = List.of(2, 30, 31, 32, 33, 34, 35);
    /** Three who apply a second time. */
    static final List<Integer> TWICE = List.of(13, 21, 22);

    private static final Map<Integer, Part> SIGNING_IN = Map.of(
            REVOKED,
            Part.STUDYING,
            SHORT_OF_CREDITS,
            Part.STUDYING,
            8,
            Part.STUDYING,
            WITHDRAWN_BUT_REPORTED,
            Part.WITHDRAWN,
            10,
            Part.WAITLISTED,
            11,
            Part.BELOW_ENTRY,
            12,
            Part.NOT_RECOMMENDED);
    private static final Map<Integer, University> ELSEWHERE =
            Map.of(REPORTED_ELSEWHERE, University.GEOSCIENCES, 14, University.JIAOTONG, 15, University.AGRICULTURAL);

    private static final int GRADUATES = 297;
    private static final int STUDYING = 31;
    private static final int WITHDRAWN = 12;
    private static final int WAITLISTED = 30;
    private static final int BELOW_ENTRY = 18;
    private static final int NOT_RECOMMENDED = 9;

    private final List<Worker> workers = new ArrayList<>();

    Cast() {
        for (int number = 1; number <= Worker.ACCOUNTS; number++) {
            University elsewhere = ELSEWHERE.get(number);
            if (elsewhere == null) {
                add(SIGNING_IN.getOrDefault(number, Part.GRADUATE), University.NORTHWESTERN);
            } else {
                add(Part.STUDENT_ELSEWHERE, elsewhere);
            }
        }
        fill(Part.GRADUATE, University.NORTHWESTERN, GRADUATES);
        fill(Part.STUDYING, University.NORTHWESTERN, STUDYING);
        fill(Part.WITHDRAWN, University.NORTHWESTERN, WITHDRAWN);
        University.ALL.stream()
                .skip(1)
                .forEach(elsewhere -> fill(Part.STUDENT_ELSEWHERE, elsewhere, Intake.OF_2015.placesAt(elsewhere)));
        fill(Part.WAITLISTED, University.NORTHWESTERN, WAITLISTED);
        fill(Part.BELOW_ENTRY, University.NORTHWESTERN, BELOW_ENTRY);
        fill(Part.NOT_RECOMMENDED, University.NORTHWESTERN, NOT_RECOMMENDED);
    }

    private void fill(Part part, University university, int total) {
        for (long present = count(part, university); present < total; present++) {
            add(part, university);
        }
    }

    private long count(Part part, University university) {
        return workers.stream()
                .filter(w -> w.part() == part && w.university().equals(university))
                .count();
    }

    private void add(Part part, University university) {
        int number = workers.size() + 1;
        workers.add(new Worker(number, part, university, seat(number)));
    }

    /** People are spread evenly over the twelve firms and the 46 municipal units. */
    private static Seat seat(int number) {
        return Seat.at(number % Seat.PLACES);
    }

    List<Worker> workers() {
        return List.copyOf(workers);
    }

    Worker worker(int number) {
        return workers.get(number - 1);
    }

    List<Worker> of(Part... parts) {
        List<Part> wanted = List.of(parts);
        return workers.stream().filter(w -> wanted.contains(w.part())).toList();
    }

    List<Worker> numbered(List<Integer> numbers) {
        return numbers.stream().map(this::worker).toList();
    }

    /** The 340 whom 西北工业大学 admits. */
    List<Worker> northwestern() {
        return of(Part.GRADUATE, Part.STUDYING, Part.WITHDRAWN);
    }
}
