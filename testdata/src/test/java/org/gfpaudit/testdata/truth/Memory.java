package org.gfpaudit.testdata.truth;

import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.testdata.truth.MaskTruth.Source.HandedIn;

/** The masks that a running program keeps. */
final class Memory {
  private final List<Cell> cells = new ArrayList<>();

  /**
   * A variable or a field that is a mask. What it holds is known as each function sees it that is
   * running; one that was entered later sees that it was handed in.
   */
  static final class Cell {
    private List<MaskTruth> seen = List.of();
  }

  /** A struct with one mask in it. */
  record Struct(Cell mask, boolean isFromOutside) {}

  Cell cell(List<MaskTruth> value) {
    Cell cell = new Cell();
    cell.seen = value;
    cells.add(cell);
    return cell;
  }

  void write(Cell cell, List<MaskTruth> value) {
    cell.seen = value;
  }

  /**
   * What the cell holds.
   *
   * @param functions how many are running
   * @param handedIn how those that did not write it came to it
   */
  List<MaskTruth> read(Cell cell, int functions, HandedIn handedIn) {
    if (cell.seen.isEmpty()) {
      throw new IllFormedException("a mask is read that was not set");
    }
    List<MaskTruth> value = new ArrayList<>(cell.seen);
    while (value.size() < functions) {
      value.add(MaskTruth.of(handedIn));
    }
    return value;
  }

  /** A function has returned: how it saw things no longer counts. */
  void leave(int functionsLeft) {
    for (Cell cell : cells) {
      if (cell.seen.size() > functionsLeft) {
        cell.seen = List.copyOf(cell.seen.subList(0, functionsLeft));
      }
    }
  }
}
