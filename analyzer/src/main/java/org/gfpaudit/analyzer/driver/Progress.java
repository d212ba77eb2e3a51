package org.gfpaudit.analyzer.driver;

/** Told how far a run has come. Called from several threads. */
public interface Progress {
  /** Says nothing. */
  Progress NONE =
      new Progress() {
        @Override
        public void stage(String name) {}

        @Override
        public void advance(long done, long total) {}
      };

  /** A stage begins: {@code scan}, {@code parse}. */
  void stage(String name);

  /** {@code done} of {@code total} units of the current stage are finished. */
  void advance(long done, long total);
}
