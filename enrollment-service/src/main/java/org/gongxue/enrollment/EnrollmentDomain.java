package org.gongxue.enrollment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gongxue.enrollment.admission.Applications;
import org.gongxue.enrollment.admission.Intakes;
import org.gongxue.enrollment.graduation.GraduationFiles;
import org.gongxue.enrollment.graduation.Graduations;
import org.gongxue.enrollment.learner.Learners;
import org.gongxue.enrollment.program.Programs;
import org.gongxue.enrollment.study.Enrollments;
import org.gongxue.enrollment.study.Receipts;
import org.gongxue.enrollment.study.StudyCommand.TakeConversion;
import org.gongxue.enrollment.university.Universities;
import org.gongxue.eventlog.Decision;
import org.gongxue.eventlog.Domain;
import org.gongxue.eventlog.EventCodec;
import org.gongxue.eventlog.Input;
import org.gongxue.eventlog.Refusal;
import org.gongxue.eventlog.StreamId;
import org.gongxue.eventlog.StreamType;
import org.gongxue.eventlog.View;
import org.gongxue.events.creditbank.ConversionReversed;
import org.gongxue.events.creditbank.CreditsConverted;
import org.gongxue.kit.authority.Offices;
import org.gongxue.kit.authority.SharedFacts;
import org.gongxue.kit.calendar.BusinessCalendar;

/** The enrollment service as a pure function of its log. */
public final class EnrollmentDomain implements Domain<EnrollmentCommand> {

    private final EventCodec codec;

    /** The domain with a codec for its events and those it takes in. */
    public EnrollmentDomain(EventCodec codec) {
        this.codec = codec;
    }

    @Override
    public String service() {
        return "enrollment";
    }

    @Override
    public Set<StreamId> reads(EnrollmentCommand command) {
        return command.reads();
    }

    @Override
    public Decision decide(View view, EnrollmentCommand command) {
        return command.decide(view);
    }

    @Override
    public Instant occurredAt(View view) {
        return BusinessCalendar.occurredAt(view);
    }

    @Override
    public Optional<EnrollmentCommand> react(Input input) {
        return switch (input.event()) {
            case CreditsConverted converted -> Optional.of(new TakeConversion(converted.enrollmentId()));
            case ConversionReversed reversed -> Optional.of(new TakeConversion(reversed.enrollmentId()));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<String> subject(Input input) {
        return switch (input.event()) {
            case CreditsConverted converted -> Optional.of(converted.learnerId());
            case ConversionReversed reversed -> Optional.of(reversed.learnerId());
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Refusal> refusesParkedDecision(View view) {
        return Offices.administers(view);
    }

    @Override
    public EventCodec codec() {
        return codec;
    }

    @Override
    public List<StreamType<?>> streams() {
        return streamTypes();
    }

    /** Every kind of stream of this service. */
    public static List<StreamType<?>> streamTypes() {
        var own = List.<StreamType<?>>of(
                Universities.UNIVERSITY,
                Programs.PROGRAM,
                Learners.LEARNER,
                Intakes.INTAKE,
                Intakes.WAITLIST,
                Applications.APPLICATION,
                Applications.CLAIM,
                Enrollments.ENROLLMENT,
                Enrollments.STUDENT_NUMBER,
                Receipts.RECEIPT,
                Receipts.TUITION,
                Graduations.DIPLOMA,
                Graduations.ROW,
                GraduationFiles.FILE);
        return Stream.concat(SharedFacts.types().stream(), own.stream()).toList();
    }
}
