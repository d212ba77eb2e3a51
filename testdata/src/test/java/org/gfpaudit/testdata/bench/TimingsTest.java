package org.gfpaudit.testdata.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class TimingsTest {
  private static final String MEASURED =
      """
      # tree: linux 7.2, 3 files
      # machine: 2 processors
      group,run,program,round,seconds,user,sys,peak_kb,status,found
      Whole tree,rg -cw X,rg,1,1.00,1.50,0.50,12000,0,7 lines
      Whole tree,check,gfpaudit,1,4.00,6.00,1.00,900000,1,3 findings
      Whole tree,rg -cw X,rg,2,1.20,1.60,0.50,12100,0,7 lines
      Whole tree,check,gfpaudit,2,3.00,5.00,1.00,910000,1,4 findings
      Parse,a|b,spatch,1,60.00,59.00,1.00,400000,0,99 %
      """;

  @Test
  void aLineForEachRun() throws IOException {
    String table = TimingsTable.of(Timings.read(MEASURED), Targets.NONE);
    String header =
        """
        | run | rounds | min s | median s | CPU s | peak MB | times rg | found |
        |---|--:|--:|--:|--:|--:|--:|---|
        """;
    assertTrue(
        table.endsWith(
            "\n## Whole tree\n\n"
                + header
                + """
                | rg -cw X | 2 | 1.00 | 1.10 | 2.05 | 12 | 1.00 | 7 lines |
                | check | 2 | 3.00 | 3.50 | 6.50 | 927 | 3.18 | 3 findings / 4 findings |
                """
                + "\n## Parse\n\n"
                + header
                + "| a\\|b | 1 | 60.00 | 60.00 | 60.00 | 410 | 54.55 | 99 % |\n"),
        table);
    assertTrue(table.contains("- tree: linux 7.2, 3 files\n- machine: 2 processors\n"), table);
  }

  @Test
  void aBarForEachRun() throws IOException {
    String svg = TimingsPlot.of(Timings.read(MEASURED));
    assertEquals(3, svg.split("<title>(rg|check|a)", -1).length - 1, svg);
    assertTrue(svg.contains(">3.50 s  (3.2)</text>"), svg);
  }

  @Test
  void withoutTheYardstickThereAreNoRatios() throws IOException {
    String rest = MEASURED.replaceAll("(?m)^.*,rg,.*\n", "");
    assertTrue(TimingsTable.of(Timings.read(rest), Targets.NONE).contains("| 927 |  | 3 findings"));
  }

  @Test
  void runsAreHeldAgainstTheirTargets() throws IOException {
    Targets targets =
        Targets.read(
            """
            # run\tfigure\tmost

            check\ttimes rg\t3.2
            check\tCPU s\t6
            check\tpeak MB\t900
            another\tpeak MB\t1
            """);
    String table = TimingsTable.of(Timings.read(MEASURED), targets);
    String section =
        """

        ## Held against the targets

        | run | figure | at most | measured | |
        |---|---|--:|--:|---|
        | check | times rg | 3.20 | 3.18 | met |
        | check | CPU s | 6.00 | 6.50 | missed |
        | check | peak MB | 900 | 927 | missed |
        | another | peak MB | 1.00 |  | not measured |

        ## Whole tree
        """;
    assertTrue(table.contains(section), table);
  }

  @Test
  void whatIsNoTargetIsSaid() {
    assertThrows(IOException.class, () -> Targets.read("check\ttimes rg\n"));
    assertThrows(IOException.class, () -> Targets.read("check\thours\t3\n"));
    assertThrows(IOException.class, () -> Targets.read("check\tCPU s\tfew\n"));
  }

  @Test
  void whatIsNoTableIsSaid() {
    assertThrows(IOException.class, () -> Timings.read("# tree: x\n"));
    String odd = MEASURED.replace("4.00", "Command exited");
    assertThrows(IOException.class, () -> Timings.read(odd));
  }
}
