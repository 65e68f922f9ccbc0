type Paint = (text: string) => string;

/** How a report may stress its text; a reporter colours through nothing else. */
export interface Colors {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
  readonly green: Paint;
  readonly cyan: Paint;
  readonly magenta: Paint;
  readonly underline: Paint;
}

const plain: Paint = (text) => text;

/** Leaves every text unchanged. */
export const noColors: Colors = {
  bold: plain,
  dim: plain,
  red: plain,
  yellow: plain,
  green: plain,
  cyan: plain,
  magenta: plain,
  underline: plain,
};
