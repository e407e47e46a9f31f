package org.gongxue.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Inputs that wait, in the order in which they were parked. */
final class ParkedInMemory implements ParkedInputs {
    private final List<Parked> all = new ArrayList<>();

    List<Parked> all() {
        return all;
    }

    @Override
    public void add(Parked parked) {
        all.add(parked);
    }

    @Override
    public void keep(Parked parked, Hindrance why) {
        all.replaceAll(p -> p.parkedIndex() == parked.parkedIndex() ? p.keptBy(why) : p);
    }

    @Override
    public void remove(List<Parked> gone) {
        all.removeAll(gone);
    }

    @Override
    public List<Parked> oldest(String subject, int countMax) {
        return line(subject).limit(countMax).toList();
    }

    @Override
    public OptionalLong first(String subject) {
        return line(subject).mapToLong(Parked::parkedIndex).findFirst();
    }

    @Override
    public List<String> linesBehind(String subject) {
        return all.stream()
                .filter(p -> subject.equals(p.why().behind()) && !subject.equals(p.subject()))
                .filter(p -> isFirst(p))
                .map(Parked::subject)
                .toList();
    }

    private boolean isFirst(Parked parked) {
        return Objects.equals(first(parked.subject()), OptionalLong.of(parked.parkedIndex()));
    }

    private Stream<Parked> line(String subject) {
        return all.stream().filter(p -> p.subject().equals(subject));
    }
}
