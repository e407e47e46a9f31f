package org.gongxue.reward.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** This service with some of its sources changed: compiled in memory, run beside the service itself. */
final class PatchedRelease {

    private static final String OURS = "org.gongxue.reward.";

    private final Map<String, String> sources = new HashMap<>();

    private PatchedRelease() {}

    static PatchedRelease of() {
        return new PatchedRelease();
    }

    /** Changes a line of a class. */
    PatchedRelease with(String className, String was, String is) throws IOException {
        var source = Files.readString(Path.of("src", "main", "java").resolve(className.replace('.', '/') + ".java"));
        if (!source.contains(was)) {
            throw new AssertionError(className + " does not hold " + was);
        }
        sources.put(className, source.replace(was, is));
        return this;
    }

    /** What a static method without parameters lists in this release. */
    List<?> ask(Class<?> in, String method) throws ReflectiveOperationException {
        return (List<?>)
                new Loader(compiled()).loadClass(in.getName()).getMethod(method).invoke(null);
    }

    private Map<String, byte[]> compiled() {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var classes = new HashMap<String, ByteArrayOutputStream>();
        var said = new StringWriter();
        var files = new Outputs(compiler.getStandardFileManager(null, null, null), classes);
        var path = Objects.requireNonNullElse(
                System.getProperty("surefire.test.class.path"), System.getProperty("java.class.path"));
        var units = sources.entrySet().stream()
                .map(e -> new Source(e.getKey(), e.getValue()))
                .toList();
        var worked = compiler.getTask(said, files, null, List.of("-proc:none", "-cp", path), null, units)
                .call();
        assertCompiled(worked, said);
        var bytes = new HashMap<String, byte[]>();
        classes.forEach((name, out) -> bytes.put(name, out.toByteArray()));
        return bytes;
    }

    private static void assertCompiled(boolean worked, StringWriter said) {
        if (!worked) {
            throw new AssertionError(said.toString());
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("string:///" + className.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Outputs extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> classes;

        Outputs(JavaFileManager files, Map<String, ByteArrayOutputStream> classes) {
            super(files);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("bytes:///" + className), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return classes.computeIfAbsent(className, _ -> new ByteArrayOutputStream());
                }
            };
        }
    }

    /** This service's own classes again, some of them changed; everything else is shared. */
    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> changed;

        Loader(Map<String, byte[]> changed) {
            super(PatchedRelease.class.getClassLoader());
            this.changed = changed;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(OURS)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                var known = findLoadedClass(name);
                return known != null ? known : own(name);
            }
        }

        private Class<?> own(String name) throws ClassNotFoundException {
            var bytes = changed.get(name);
            if (bytes != null) {
                return defineClass(name, bytes, 0, bytes.length);
            }
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                var same = in.readAllBytes();
                return defineClass(name, same, 0, same.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
