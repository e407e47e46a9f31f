package org.gongxue.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a program is started.
 *
 * @param command program and arguments; nothing secret, since every user of the machine can read them
 * @param environment all variables the program sees besides the few it gets from every launcher; secrets go here
 * @param folder its working folder
 */
public record Launch(List<String> command, Map<String, String> environment, Path folder) {}
