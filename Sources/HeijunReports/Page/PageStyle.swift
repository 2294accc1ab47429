/// The page's style sheet. Charts carry their own colours; the classes change them for dark screens.
let pageStyle: StaticString = """
    :root { --ink:#18212f; --muted:#5d6b7e; --grid:#d9dfe7; --running:#b9c7d6; --build:#1f6f8b; --limit:#a4243b;
      --move:#d8973c; --caution:#8a5a12; --done:#3a7d44; --paper:#fff; --ahead:#e9eef3; --desk:#f4f6f8;
      font:14px/1.65 "Noto Sans CJK JP","Hiragino Sans","Yu Gothic",Meiryo,sans-serif; color:var(--ink);
      font-variant-numeric:tabular-nums; line-break:strict; }
    @media screen and (prefers-color-scheme: dark) { :root { --ink:#e6ebf2; --muted:#9aa8ba; --grid:#2f3a48;
      --running:#4d5f74; --build:#5db3d1; --limit:#ff8797; --move:#e8b163; --caution:#e8b163; --done:#74c682;
      --paper:#131922; --ahead:#1f2833; --desk:#0c1016; } }
    body { margin:0; background:var(--desk) }
    main { box-sizing:border-box; max-width:1156px; margin:0 auto; background:var(--paper); padding:40px 48px 56px }
    header { display:flex; flex-wrap:wrap; gap:4px 24px; justify-content:space-between; align-items:end;
      border-bottom:2px solid var(--ink); padding-bottom:12px }
    h1 { font-size:26px; line-height:1.3; margin:0; letter-spacing:.02em }
    .meta { color:var(--muted); font-size:12px; text-align:right }
    h2 { font-size:17px; line-height:1.45; margin:44px 0 2px } h3 { font-size:14px; margin:24px 0 4px }
    .lead { color:var(--muted); margin:0 0 12px } .source { color:var(--muted); font-size:12px; margin:8px 0 0 }
    .tiles { display:grid; grid-template-columns:repeat(auto-fit,minmax(180px,1fr)); margin-top:22px;
      border:1px solid var(--grid) }
    .tile { padding:14px 16px; border-left:1px solid var(--grid); margin-left:-1px }
    .k { font-size:12px; color:var(--muted) } .v { font-size:26px; font-weight:600; line-height:1.4; white-space:nowrap }
    .v small { font-size:12px; font-weight:400; margin-left:4px } .n { font-size:12px; text-wrap:balance }
    svg { display:block; width:100%; height:auto; margin:6px 0 10px }
    table { border-collapse:collapse; width:100%; font-size:13px; line-height:1.5 } .dense { font-size:12px }
    th { text-align:left; font-weight:600; border-bottom:1.5px solid var(--ink); padding:6px 8px; vertical-align:bottom }
    td { border-bottom:1px solid var(--grid); padding:6px 8px; vertical-align:top }
    .dense th, .dense td { padding:5px 6px } .dense th.s { white-space:normal; min-width:2.2em }
    .dense td:not(.s) { min-width:8em }
    th.r, td.r { text-align:right } .s { white-space:nowrap } th.c, td.c { text-align:center }
    .sum td { border-bottom:0; border-top:1.5px solid var(--ink); font-weight:600 }
    td.none { color:var(--muted) } td.bad { color:var(--limit); font-weight:600 }
    .pill { border:1.4px solid currentColor; border-radius:99px; padding:0 9px; font-weight:600; font-size:12px;
      white-space:nowrap }
    .pill.good { color:var(--done) } .pill.caution { color:var(--caution) } .pill.bad { color:var(--limit) }
    .pill.muted { color:var(--muted) }
    .why { border-left:3px solid var(--build); padding:2px 14px; margin:10px 0 } ul { padding-left:1.4em; margin:6px 0 }
    footer { color:var(--muted); font-size:12px; margin-top:40px; border-top:1px solid var(--grid); padding-top:10px }
    .f-ink { fill:var(--ink) } .f-muted { fill:var(--muted) } .f-grid { fill:var(--grid) }
    .f-running { fill:var(--running) } .f-build { fill:var(--build) } .f-limit { fill:var(--limit) }
    .f-move { fill:var(--move) } .f-done { fill:var(--done) } .f-paper { fill:var(--paper) }
    .f-ahead { fill:var(--ahead) } .s-ink { stroke:var(--ink) } .s-muted { stroke:var(--muted) }
    .s-grid { stroke:var(--grid) } .s-build { stroke:var(--build) } .s-limit { stroke:var(--limit) }
    .s-done { stroke:var(--done) } .s-paper { stroke:var(--paper) }
    @page { size:A4 portrait; margin:14mm 12mm; @bottom-right { content:counter(page); font:9pt sans-serif } }
    @page wide { size:A3 landscape; margin:12mm }
    @media print { :root { font-size:9.5pt } body { background:none } main { padding:0; max-width:none }
      h1 { font-size:17pt } h2 { font-size:12pt; margin-top:8mm } h2, h3, .lead { break-after:avoid }
      .tiles { grid-template-columns:repeat(5,1fr) } .tile { padding:2.5mm 3mm } .v { font-size:13pt } .k, .n { font-size:7.5pt }
      table { font-size:8.5pt } .dense { font-size:7pt } .dense th, .dense td { padding:1mm 1.1mm }
      header h1 { font-size:22pt } .meta { font-size:10pt } .tiles .v { font-size:19pt } .tiles .k, .tiles .n { font-size:10pt }
      .chart h2, .roadmap h2 { font-size:15pt } .chart .lead, .roadmap .lead { font-size:11pt }
      table:not(:has(tr:nth-child(25))) { break-inside:avoid } thead { display:table-header-group } tr, svg, .why, .tiles, .lead { break-inside:avoid }
      header, .tiles, .chart, .roadmap { page:wide } main:not(:has(.roadmap)) :is(header, .tiles) { page:auto }
      main:not(:has(.roadmap)) .tiles .v { font-size:13pt } main:not(:has(.roadmap)) .tiles :is(.k, .n) { font-size:7.5pt }
      .roadmap h2 { margin-top:0 } .pill { font-size:7pt; padding:0 2mm }
      html { -webkit-print-color-adjust:exact; print-color-adjust:exact } }
    """
