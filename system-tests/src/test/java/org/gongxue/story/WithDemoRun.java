package org.gongxue.story;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one {@link DemoRun}; when it cannot be played, every test that needs it fails for the same reason. */
public final class WithDemoRun implements ParameterResolver {

    private record Attempt(@Nullable DemoRun run, @Nullable RuntimeException failure) implements AutoCloseable {

        static Attempt make() {
            try {
                return new Attempt(new DemoRun(), null);
            } catch (RuntimeException e) {
                return new Attempt(null, e);
            }
        }

        @Override
        public void close() {
            if (run != null) {
                run.close();
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == DemoRun.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Attempt attempt = context.getRoot()
                .getStore(Namespace.create(WithDemoRun.class))
                .computeIfAbsent(DemoRun.class, _ -> Attempt.make(), Attempt.class);
        if (attempt.failure() != null) {
            throw new IllegalStateException("the story could not be played", attempt.failure());
        }
        return attempt.run();
    }
}
