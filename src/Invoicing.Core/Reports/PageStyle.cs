namespace Invoicing.Reports;

/// <summary>The style of every page.</summary>
internal static class PageStyle
{
    /// <summary>Light and dark by the reader's system, black on white in print. A bar below zero is an outline: what it tells is not told by colour alone.</summary>
    public const string Css = """
        :root { color-scheme: light dark; --paper: #ffffff; --ink: #1b1f24; --soft: #59636e; --line: #d1d9e0; --tint: #f3f5f8; --bar: #2f6f9f; --note: #fff6dd; }
        @media (prefers-color-scheme: dark) {
          :root { --paper: #14181d; --ink: #e6eaef; --soft: #9fabb8; --line: #3a444f; --tint: #1e242b; --bar: #7db7e0; --note: #3a3115; }
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body { margin: 0 auto; max-width: 68rem; padding: 1.5rem 1.25rem; background: var(--paper); color: var(--ink);
          font: 1rem/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere; }
        h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .75rem; }
        h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; padding-bottom: .25rem; border-bottom: 2px solid var(--line); }
        p { margin: .5rem 0; max-width: 48rem; }
        .note { background: var(--note); border-left: .3rem solid var(--soft); padding: .5rem .75rem; }
        .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(clamp(10rem, 22%, 14rem), 1fr)); gap: .5rem 1.5rem; margin: 0; }
        .facts dt { color: var(--soft); font-size: .85rem; }
        .facts dd { margin: 0; font-weight: 600; }
        .box { overflow-x: auto; margin: .75rem 0; }
        table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
        caption { text-align: left; color: var(--soft); font-size: .9rem; padding: .25rem 0; }
        th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
        thead th { background: var(--tint); font-size: .85rem; vertical-align: bottom; }
        .n { text-align: right; white-space: nowrap; }
        time { white-space: nowrap; }
        tr.total td { font-weight: 700; border-top: 2px solid var(--ink); background: var(--tint); }
        .bars th { font-weight: 400; width: 30%; }
        .bars td.bar { width: 100%; min-width: 6rem; padding-left: 0; padding-right: 0; vertical-align: middle; }
        .bars svg { display: block; width: 100%; height: 1rem; }
        .plus { fill: var(--bar); }
        .minus { fill: none; stroke: var(--bar); stroke-width: 2; vector-effect: non-scaling-stroke; stroke-dasharray: 4 2; }
        .axis { stroke: var(--soft); stroke-width: 1; vector-effect: non-scaling-stroke; }
        footer { margin-top: 2rem; color: var(--soft); font-size: .85rem; }
        @media screen and (max-width: 40rem) {
          body { padding: 1rem .75rem; }
          .wide, .wide tbody, .wide tr, .wide td, .wide caption { display: block; }
          .wide thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          .wide tr { padding: .4rem 0; border-bottom: 1px solid var(--line); }
          .wide tr.total { border-top: 2px solid var(--ink); background: var(--tint); }
          .wide td, .wide tr.total td { display: flex; justify-content: space-between; gap: 1rem; padding: .1rem .4rem; border: 0; background: none; text-align: right; white-space: normal; }
          .wide td { overflow-wrap: anywhere; }
          .wide td::before { content: attr(data-label); flex: none; color: var(--soft); font-weight: 400; text-align: left; }
          .wide td:empty, .wide tr.total td:empty { display: none; }
          th, td { padding: .35rem .25rem; font-size: .9rem; }
          .bars th { width: auto; min-width: 5rem; }
          .bars td.bar { min-width: 4rem; }
        }
        @media print {
          @page { size: A4; margin: 15mm; }
          :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --line: #999; --tint: #f0f0f0; --bar: #555; --note: #f6f6f6; }
          body { max-width: none; padding: 0; font-size: 9.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          .box { overflow: visible; }
          thead { display: table-header-group; }
          tr, .note, .facts { break-inside: avoid; }
          h2 { break-after: avoid; }
        }

        """;
}
