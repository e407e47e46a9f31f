package org.gongxue.events;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a record of any event, to be written once as its golden file. */
final class SampleEvents {
    private static final LocalDate DAY = LocalDate.of(2018, 3, 15);

    private SampleEvents() {}

    /** With a value in every component. */
    static Object full(Class<?> event) {
        return record(event, true);
    }

    /** With a value only where there must be one. */
    static Object bare(Class<?> event) {
        return record(event, false);
    }

    /** Whether the value of a component may be absent. */
    static boolean mayBeAbsent(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Object record(Class<?> type, boolean full) {
        RecordComponent[] components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Arrays.stream(components)
                .map(c -> full || !mayBeAbsent(c) ? value(c.getGenericType(), c.getName(), full) : null)
                .toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + type, e);
        }
    }

    private static Object value(Type type, String name, boolean full) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return full ? List.of(value(list.getActualTypeArguments()[0], name, true)) : List.of();
        }
        var simple = (Class<?>) type;
        if (simple.isRecord()) {
            return record(simple, full);
        }
        return switch (simple.getSimpleName()) {
            case "String" -> name;
            case "int", "Integer" -> 7;
            case "long", "Long" -> 800_000L;
            case "boolean", "Boolean" -> true;
            case "LocalDate" -> DAY;
            default -> lastConstant(simple);
        };
    }

    private static Object lastConstant(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        if (constants == null) {
            throw new IllegalStateException("no sample of " + type);
        }
        return constants[constants.length - 1];
    }
}
