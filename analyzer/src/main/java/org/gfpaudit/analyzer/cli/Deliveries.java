package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reports on their way to standard output and to files. Planned before an audit, made after it. */
final class Deliveries {
  /** Makes the rendering of a format for a destination. */
  @FunctionalInterface
  interface Renderer<R> {
    void write(R result, Writer out) throws IOException;
  }

  /** A format by where it goes: files get no colours. */
  @FunctionalInterface
  interface Format<R> {
    Renderer<R> renderer(boolean isStandardOutput);
  }

  private Deliveries() {}

  /** What was asked for, checked as far as can be before there is a result. */
  static final class Plan<R> {
    /** A report, and the file it goes to; none for standard output. */
    private record Step<R>(Renderer<R> renderer, Optional<OutputFile> file) {}

    private final List<Step<R>> steps = new ArrayList<>();

    private Plan() {}

    /**
     * Makes all reports of {@code result}; a file that fails does not keep the others from being
     * written.
     *
     * @return whether all were written
     */
    boolean deliver(R result, Console console) throws IOException {
      boolean isWhole = true;
      IOException standardFailure = null;
      for (Step<R> step : steps) {
        try {
          if (step.file().isEmpty()) {
            console.print(out -> step.renderer().write(result, out));
          } else {
            step.file().get().write(out -> step.renderer().write(result, out));
          }
        } catch (IOException e) {
          if (step.file().isEmpty()) {
            standardFailure = e;
          } else {
            isWhole = false;
            console.say("cannot write '" + step.file().get().name() + "': " + Failures.phrase(e));
          }
        }
      }
      if (standardFailure != null) {
        throw standardFailure;
      }
      return isWhole;
    }
  }

  /** Plans {@code outputs}, whose formats are keys of {@code formats}. */
  static <R> Plan<R> plan(
      List<OutputOptions.Output> outputs, Map<String, Format<R>> formats, Console console)
      throws UsageException {
    Plan<R> plan = new Plan<>();
    for (OutputOptions.Output output : outputs) {
      Format<R> format = Objects.requireNonNull(formats.get(output.format()));
      Optional<OutputFile> file =
          output.isStandard()
              ? Optional.empty()
              : Optional.of(
                  OutputFile.at(console.surroundings().workingDirectory(), output.file()));
      if (file.isPresent()
          && plan.steps.stream()
              .anyMatch(step -> step.file().filter(file.get()::isSame).isPresent())) {
        throw new UsageException(
            "two reports go to one file: '" + file.get().name() + "'; one of them would be lost");
      }
      plan.steps.add(new Plan.Step<>(format.renderer(output.isStandard()), file));
    }
    return plan;
  }
}
