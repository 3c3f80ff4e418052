<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <source>%n were not sent. Run it again when the cause is gone; what is done already is then left out.</source>
        <translation>
            <numerusform>%n was not sent. Run it again when the cause is gone; what is done already is then left out.</numerusform>
            <numerusform>%n were not sent. Run it again when the cause is gone; what is done already is then left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send these %n definition(s)?</source>
        <translation>
            <numerusform>Send this %n definition?</numerusform>
            <numerusform>Send these %n definitions?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %n file(s)?</source>
        <translation>
            <numerusform>Replace %n file?</numerusform>
            <numerusform>Replace %n files?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n file(s)?</source>
        <translation>
            <numerusform>Remove %n file?</numerusform>
            <numerusform>Remove %n files?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more were not read for the same reason.</source>
        <translation>
            <numerusform>%n more was not read for the same reason.</numerusform>
            <numerusform>%n more were not read for the same reason.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not there after %1 s: %n pipeline(s).</source>
        <translation>
            <numerusform>Not there after %1 s: %n pipeline.</numerusform>
            <numerusform>Not there after %1 s: %n pipelines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pipeline(s) not known until it answers.</source>
        <translation>
            <numerusform>%n pipeline is not known until it answers.</numerusform>
            <numerusform>%n pipelines are not known until it answers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::AccountFlow</name>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n draft</numerusform>
            <numerusform>%n drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln version(s) of definitions</source>
        <translation>
            <numerusform>%Ln version of a definition</numerusform>
            <numerusform>%Ln versions of definitions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n definition(s) in the trash</source>
        <translation>
            <numerusform>%n definition in the trash</numerusform>
            <numerusform>%n definitions in the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::ActionFailures</name>
    <message numerus="yes">
        <source>%n action(s) failed for this reason.</source>
        <translation>
            <numerusform>%n action failed for this reason.</numerusform>
            <numerusform>%n actions failed for this reason.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::Actions</name>
    <message numerus="yes">
        <source>&amp;Start %Ln…</source>
        <translation>
            <numerusform>&amp;Start %Ln…</numerusform>
            <numerusform>&amp;Start %Ln…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>S&amp;top %Ln…</source>
        <translation>
            <numerusform>S&amp;top %Ln…</numerusform>
            <numerusform>S&amp;top %Ln…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete %Ln…</source>
        <translation>
            <numerusform>&amp;Delete %Ln…</numerusform>
            <numerusform>&amp;Delete %Ln…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rest&amp;art %Ln…</source>
        <translation>
            <numerusform>Rest&amp;art %Ln…</numerusform>
            <numerusform>Rest&amp;art %Ln…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::AlertBlock</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::AlertTexts</name>
    <message numerus="yes">
        <source>%Ln pipeline(s) stopped unexpectedly</source>
        <translation>
            <numerusform>%Ln pipeline stopped unexpectedly</numerusform>
            <numerusform>%Ln pipelines stopped unexpectedly</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The start of %Ln pipeline(s) is not confirmed</source>
        <translation>
            <numerusform>The start of %Ln pipeline is not confirmed</numerusform>
            <numerusform>The start of %Ln pipelines is not confirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pipeline(s) are unknown</source>
        <translation>
            <numerusform>%Ln pipeline is unknown</numerusform>
            <numerusform>%Ln pipelines are unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them is over.</source>
        <translation>
            <numerusform>%Ln of them is over.</numerusform>
            <numerusform>%Ln of them are over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The start of %Ln pipeline(s) was not confirmed for long</source>
        <translation>
            <numerusform>The start of %Ln pipeline was not confirmed for long</numerusform>
            <numerusform>The start of %Ln pipelines was not confirmed for long</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pipeline(s) were unknown</source>
        <translation>
            <numerusform>%Ln pipeline was unknown</numerusform>
            <numerusform>%Ln pipelines were unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pipeline(s): the source&apos;s log soon reaches back no further</source>
        <translation>
            <numerusform>%Ln pipeline: the source&apos;s log soon reaches back no further</numerusform>
            <numerusform>%Ln pipelines: the source&apos;s log soon reaches back no further</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pipeline(s): half of the time that the source&apos;s log is kept is over</source>
        <translation>
            <numerusform>%Ln pipeline: half of the time that the source&apos;s log is kept is over</numerusform>
            <numerusform>%Ln pipelines: half of the time that the source&apos;s log is kept is over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln snapshot(s) took longer than usual</source>
        <translation>
            <numerusform>%Ln snapshot took longer than usual</numerusform>
            <numerusform>%Ln snapshots took longer than usual</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln snapshot(s) take longer than usual</source>
        <translation>
            <numerusform>%Ln snapshot takes longer than usual</numerusform>
            <numerusform>%Ln snapshots take longer than usual</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::AlertsPage</name>
    <message numerus="yes">
        <source>%Ln open alert(s)</source>
        <translation>
            <numerusform>%Ln open alert</numerusform>
            <numerusform>%Ln open alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pipeline(s)</source>
        <translation>
            <numerusform>%Ln pipeline</numerusform>
            <numerusform>%Ln pipelines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::BannerArea</name>
    <message numerus="yes">
        <source>%L1 to %L2 of %Ln message(s)</source>
        <translation>
            <numerusform>%L1 to %L2 of %Ln message</numerusform>
            <numerusform>%L1 to %L2 of %Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::ChangesModel</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::CommandRun</name>
    <message numerus="yes">
        <source>%Ln pipeline(s) of wave %1 failed, timed out or are not known.</source>
        <translation>
            <numerusform>%Ln pipeline of wave %1 failed, timed out or is not known.</numerusform>
            <numerusform>%Ln pipelines of wave %1 failed, timed out or are not known.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::CreationBanner</name>
    <message numerus="yes">
        <source>Not created: the server found %n problem(s).</source>
        <translation>
            <numerusform>Not created: the server found %n problem.</numerusform>
            <numerusform>Not created: the server found %n problems.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on this page</source>
        <translation>
            <numerusform>%n on this page</numerusform>
            <numerusform>%n on this page</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on %1</source>
        <translation>
            <numerusform>%n on %1</numerusform>
            <numerusform>%n on %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::DefinitionFindings</name>
    <message numerus="yes">
        <source>%L1 of %Ln table(s) are read from this source already, by %2.</source>
        <translation>
            <numerusform>%L1 of %Ln table is read from this source already, by %2.</numerusform>
            <numerusform>%L1 of %Ln tables are read from this source already, by %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::DesktopNotifier</name>
    <message numerus="yes">
        <source>%Ln more alert(s)</source>
        <translation>
            <numerusform>%Ln more alert</numerusform>
            <numerusform>%Ln more alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln snapshot(s) are finished</source>
        <translation>
            <numerusform>%Ln snapshot is finished</numerusform>
            <numerusform>%Ln snapshots are finished</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::EditorFooter</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::EventExport</name>
    <message numerus="yes">
        <source>%Ln event(s) were exported.</source>
        <translation>
            <numerusform>%Ln event was exported.</numerusform>
            <numerusform>%Ln events were exported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::EventRecorder</name>
    <message numerus="yes">
        <source>It concerns %n look(s) at pipelines.</source>
        <translation>
            <numerusform>It concerns %n look at a pipeline.</numerusform>
            <numerusform>It concerns %n looks at pipelines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A project with %n pipeline(s) is not listed any more.</source>
        <translation>
            <numerusform>A project with %n pipeline is not listed any more.</numerusform>
            <numerusform>A project with %n pipelines is not listed any more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::EventsBar</name>
    <message numerus="yes">
        <source>%L1 of %Ln event(s)</source>
        <translation>
            <numerusform>%L1 of %Ln event</numerusform>
            <numerusform>%L1 of %Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::EventsPage</name>
    <message numerus="yes">
        <source>%Ln event(s), kept for %L1 days at most</source>
        <translation>
            <numerusform>%Ln event, kept for %L1 days at most</numerusform>
            <numerusform>%Ln events, kept for %L1 days at most</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::ExportCommands</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln pipeline(s) to a folder</source>
        <translation>
            <numerusform>Export %Ln pipeline to a folder</numerusform>
            <numerusform>Export %Ln pipelines to a folder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %Ln file(s)?</source>
        <translation>
            <numerusform>Replace %Ln file?</numerusform>
            <numerusform>Replace %Ln files?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln file(s)</source>
        <translation>
            <numerusform>%L1 of %Ln file</numerusform>
            <numerusform>%L1 of %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were written.</source>
        <translation>
            <numerusform>%Ln file was written.</numerusform>
            <numerusform>%Ln files were written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The pipelines are of %Ln project(s). With a folder each, a project can be imported by itself.</source>
        <translation>
            <numerusform>The pipelines are of %Ln project. With a folder each, a project can be imported by itself.</numerusform>
            <numerusform>The pipelines are of %Ln projects. With a folder each, a project can be imported by itself.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::FacetModel</name>
    <message numerus="yes">
        <source>%Ln pipeline(s)</source>
        <translation>
            <numerusform>%Ln pipeline</numerusform>
            <numerusform>%Ln pipelines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::FilterBar</name>
    <message numerus="yes">
        <source>%Ln changed. Sort again</source>
        <translation>
            <numerusform>%Ln changed. Sort again</numerusform>
            <numerusform>%Ln changed. Sort again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::FindingLinks</name>
    <message numerus="yes">
        <source>%Ln finding(s). They block nothing.</source>
        <translation>
            <numerusform>%Ln finding. It blocks nothing.</numerusform>
            <numerusform>%Ln findings. They block nothing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::FindingList</name>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Show %Ln more</numerusform>
            <numerusform>Show %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::FindingsText</name>
    <message numerus="yes">
        <source>%n finding(s):</source>
        <translation>
            <numerusform>%n finding:</numerusform>
            <numerusform>%n findings:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::FleetStatusBar</name>
    <message numerus="yes">
        <source>%L1 of %Ln pipeline(s)</source>
        <translation>
            <numerusform>%L1 of %Ln pipeline</numerusform>
            <numerusform>%L1 of %Ln pipelines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pipeline(s)</source>
        <translation>
            <numerusform>%Ln pipeline</numerusform>
            <numerusform>%Ln pipelines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln selected</source>
        <translation>
            <numerusform>%1, %Ln selected</numerusform>
            <numerusform>%1, %Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s)</source>
        <translation>
            <numerusform>%Ln account</numerusform>
            <numerusform>%Ln accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 may make %Ln call(s) a minute.</source>
        <translation>
            <numerusform>%1 may make %Ln call a minute.</numerusform>
            <numerusform>%1 may make %Ln calls a minute.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sluice checks up to %Ln pipeline(s) a minute by itself and leaves the rest to you: once round all %L2 of them takes about %1.</source>
        <translation>
            <numerusform>Sluice checks up to %Ln pipeline a minute by itself and leaves the rest to you: once round all %L2 of them takes about %1.</numerusform>
            <numerusform>Sluice checks up to %Ln pipelines a minute by itself and leaves the rest to you: once round all %L2 of them takes about %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::FlowDiagram</name>
    <message numerus="yes">
        <source>%Ln table(s)</source>
        <translation>
            <numerusform>%Ln table</numerusform>
            <numerusform>%Ln tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pipeline(s)</source>
        <translation>
            <numerusform>%Ln pipeline</numerusform>
            <numerusform>%Ln pipelines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::Import</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln folder(s) within were not read: %1.</source>
        <translation>
            <numerusform>%Ln folder within was not read: %1.</numerusform>
            <numerusform>%Ln folders within were not read: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::ImportModel</name>
    <message numerus="yes">
        <source>%Ln created</source>
        <translation>
            <numerusform>%Ln created</numerusform>
            <numerusform>%Ln created</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln updated</source>
        <translation>
            <numerusform>%Ln updated</numerusform>
            <numerusform>%Ln updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known</source>
        <translation>
            <numerusform>%Ln not known</numerusform>
            <numerusform>%Ln not known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not sent</source>
        <translation>
            <numerusform>%Ln not sent</numerusform>
            <numerusform>%Ln not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Update: %Ln change(s)</source>
        <translation>
            <numerusform>Update: %Ln change</numerusform>
            <numerusform>Update: %Ln changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::JsonSides</name>
    <message numerus="yes">
        <source>%Ln changed place(s)</source>
        <translation>
            <numerusform>%Ln changed place</numerusform>
            <numerusform>%Ln changed places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln changed place(s)</source>
        <translation>
            <numerusform>%L1 of %Ln changed place</numerusform>
            <numerusform>%L1 of %Ln changed places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::LabelDialog</name>
    <message numerus="yes">
        <source>Tags of %Ln pipelines</source>
        <translation>
            <numerusform>Tags of %Ln pipeline</numerusform>
            <numerusform>Tags of %Ln pipelines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A pipeline can have %Ln tags at most. Take some away.</source>
        <translation>
            <numerusform>A pipeline can have %Ln tag at most. Take some away.</numerusform>
            <numerusform>A pipeline can have %Ln tags at most. Take some away.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The note is too long: %Ln characters at most.</source>
        <translation>
            <numerusform>The note is too long: %Ln character at most.</numerusform>
            <numerusform>The note is too long: %Ln characters at most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::LeftOutBanner</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) are missing here: %1.</source>
        <translation>
            <numerusform>%Ln value is missing here: %1.</numerusform>
            <numerusform>%Ln values are missing here: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) are left out, as secrets are not kept: %1.</source>
        <translation>
            <numerusform>%Ln value is left out, as secrets are not kept: %1.</numerusform>
            <numerusform>%Ln values are left out, as secrets are not kept: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::LogRetention</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::MainWindow</name>
    <message numerus="yes">
        <source>%n request(s) were not sent yet</source>
        <translation>
            <numerusform>%n request was not sent yet</numerusform>
            <numerusform>%n requests were not sent yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pipeline(s) of a run are not done yet</source>
        <translation>
            <numerusform>%n pipeline of a run is not done yet</numerusform>
            <numerusform>%n pipelines of a run are not done yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::NavigationPanel</name>
    <message numerus="yes">
        <source>%Ln reference(s) with findings</source>
        <translation>
            <numerusform>%Ln reference with findings</numerusform>
            <numerusform>%Ln references with findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pipeline(s) with unsaved edits</source>
        <translation>
            <numerusform>%Ln pipeline with unsaved edits</numerusform>
            <numerusform>%Ln pipelines with unsaved edits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deleted pipeline(s)</source>
        <translation>
            <numerusform>%Ln deleted pipeline</numerusform>
            <numerusform>%Ln deleted pipelines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new event(s)</source>
        <translation>
            <numerusform>%Ln new event</numerusform>
            <numerusform>%Ln new events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open alert(s)</source>
        <translation>
            <numerusform>%Ln open alert</numerusform>
            <numerusform>%Ln open alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::Operation</name>
    <message numerus="yes">
        <source>It was looked for %n time(s) within %1; the server may still be at work on it.</source>
        <translation>
            <numerusform>It was looked for once within %1; the server may still be at work on it.</numerusform>
            <numerusform>It was looked for %n times within %1; the server may still be at work on it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::PaletteCommands</name>
    <message numerus="yes">
        <source>%1, %Ln pipeline(s)</source>
        <translation>
            <numerusform>%1, %Ln pipeline</numerusform>
            <numerusform>%1, %Ln pipelines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pipeline(s)</source>
        <translation>
            <numerusform>%Ln pipeline</numerusform>
            <numerusform>%Ln pipelines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::PipelineCommands</name>
    <message numerus="yes">
        <source>%Ln of them are running.</source>
        <translation>
            <numerusform>%Ln of them is running.</numerusform>
            <numerusform>%Ln of them are running.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pipeline(s)</source>
        <translation>
            <numerusform>%Ln pipeline</numerusform>
            <numerusform>%Ln pipelines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln</source>
        <translation>
            <numerusform>Delete %Ln</numerusform>
            <numerusform>Delete %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::PollOutlook</name>
    <message numerus="yes">
        <source>Next in about %1: others come first, and the account allows %Ln check(s) a minute.</source>
        <translation>
            <numerusform>Next in about %1: others come first, and the account allows %Ln check a minute.</numerusform>
            <numerusform>Next in about %1: others come first, and the account allows %Ln checks a minute.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Next in about %1: it waits longer after %Ln failed check(s).</source>
        <translation>
            <numerusform>Next in about %1: it waits longer after %Ln failed check.</numerusform>
            <numerusform>Next in about %1: it waits longer after %Ln failed checks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::ProblemLinks</name>
    <message numerus="yes">
        <source>%n field(s) are missing.</source>
        <translation>
            <numerusform>%n field is missing.</numerusform>
            <numerusform>%n fields are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) look wrong.</source>
        <translation>
            <numerusform>%n field looks wrong.</numerusform>
            <numerusform>%n fields look wrong.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::ProblemsPanel</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::RecentEvents</name>
    <message numerus="yes">
        <source>No event was seen in the last %n day(s).</source>
        <translation>
            <numerusform>No event was seen in the last %n day.</numerusform>
            <numerusform>No event was seen in the last %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::ReferenceLint</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other pipeline(s) with the same source use %1.</source>
        <translation>
            <numerusform>%n other pipeline with the same source uses %1.</numerusform>
            <numerusform>%n other pipelines with the same source use %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::ReferenceMapModel</name>
    <message numerus="yes">
        <source>%Ln finding(s)</source>
        <translation>
            <numerusform>%Ln finding</numerusform>
            <numerusform>%Ln findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::ReferenceSuggestions</name>
    <message numerus="yes">
        <source>used %n time(s)</source>
        <translation>
            <numerusform>used once</numerusform>
            <numerusform>used %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::ReferencesPage</name>
    <message numerus="yes">
        <source>Of %Ln reference(s) below what you selected, %L1 are shown.</source>
        <translation>
            <numerusform>Of %Ln reference below what you selected, %L1 are shown.</numerusform>
            <numerusform>Of %Ln references below what you selected, %L1 are shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln pipeline(s) that use them there, %L1 are shown.</source>
        <translation>
            <numerusform>Of %Ln pipeline that uses them there, %L1 are shown.</numerusform>
            <numerusform>Of %Ln pipelines that use them there, %L1 are shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln reference(s)</source>
        <translation>
            <numerusform>%L1 of %Ln reference</numerusform>
            <numerusform>%L1 of %Ln references</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln reference(s)</source>
        <translation>
            <numerusform>%Ln reference</numerusform>
            <numerusform>%Ln references</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln with findings</source>
        <translation>
            <numerusform>%1, %Ln with findings</numerusform>
            <numerusform>%1, %Ln with findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln selected</source>
        <translation>
            <numerusform>%1, %Ln selected</numerusform>
            <numerusform>%1, %Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::RefusalBanner</name>
    <message numerus="yes">
        <source>Not saved: %n of %n problem(s) are open.</source>
        <translation>
            <numerusform>Not saved: %n problem is open.</numerusform>
            <numerusform>Not saved: %n of %n problems are open.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::RepointChoice</name>
    <message numerus="yes">
        <source>%Ln reference(s)</source>
        <translation>
            <numerusform>%Ln reference</numerusform>
            <numerusform>%Ln references</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln reference(s) of %1</source>
        <translation>
            <numerusform>%Ln reference of %1</numerusform>
            <numerusform>%Ln references of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln reference(s) of %1 in %2</source>
        <comment>vault, provider</comment>
        <translation>
            <numerusform>%Ln reference of %1 in %2</numerusform>
            <numerusform>%Ln references of %1 in %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>used by %Ln pipeline(s)</source>
        <translation>
            <numerusform>used by %Ln pipeline</numerusform>
            <numerusform>used by %Ln pipelines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::RepointDialog</name>
    <message numerus="yes">
        <source>%Ln call(s) to the server</source>
        <translation>
            <numerusform>%Ln call to the server</numerusform>
            <numerusform>%Ln calls to the server</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Review %Ln change(s)…</source>
        <translation>
            <numerusform>Review %Ln change…</numerusform>
            <numerusform>Review %Ln changes…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pipeline(s) to review</source>
        <translation>
            <numerusform>%Ln pipeline to review</numerusform>
            <numerusform>%Ln pipelines to review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Re-point %Ln pipeline(s)</source>
        <translation>
            <numerusform>Re-point %Ln pipeline</numerusform>
            <numerusform>Re-point %Ln pipelines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pipeline(s) change</source>
        <translation>
            <numerusform>%Ln pipeline changes</numerusform>
            <numerusform>%Ln pipelines change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are running and may need a restart.</source>
        <translation>
            <numerusform>%Ln is running and may need a restart.</numerusform>
            <numerusform>%Ln are running and may need a restart.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry %Ln failed…</source>
        <translation>
            <numerusform>Retry %Ln failed…</numerusform>
            <numerusform>Retry %Ln failed…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go on with %Ln…</source>
        <translation>
            <numerusform>Go on with %Ln…</numerusform>
            <numerusform>Go on with %Ln…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::RepointModel</name>
    <message numerus="yes">
        <source>%Ln field(s)</source>
        <translation>
            <numerusform>%Ln field</numerusform>
            <numerusform>%Ln fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::Repointing</name>
    <message numerus="yes">
        <source>%Ln reference(s) become %L1: some pipelines may use one secret for several things.</source>
        <translation>
            <numerusform>%Ln reference becomes %L1: some pipelines may use one secret for several things.</numerusform>
            <numerusform>%Ln references become %L1: some pipelines may use one secret for several things.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::RetentionDialog</name>
    <message numerus="yes">
        <source>A pipeline that does not stream goes on from where it was, as long as the log of its source reaches back to there. After that it needs a new snapshot. With this time, Sluice tells how much of it is left, for the %Ln pipeline(s) that read from this source.</source>
        <translation>
            <numerusform>A pipeline that does not stream goes on from where it was, as long as the log of its source reaches back to there. After that it needs a new snapshot. With this time, Sluice tells how much of it is left, for the %Ln pipeline that reads from this source.</numerusform>
            <numerusform>A pipeline that does not stream goes on from where it was, as long as the log of its source reaches back to there. After that it needs a new snapshot. With this time, Sluice tells how much of it is left, for the %Ln pipelines that read from this source.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::ReviewBanner</name>
    <message numerus="yes">
        <source>%n field(s) look wrong: %1.</source>
        <translation>
            <numerusform>%n field looks wrong: %1.</numerusform>
            <numerusform>%n fields look wrong: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::ReviewDialog</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n risky</source>
        <translation>
            <numerusform>%n risky</numerusform>
            <numerusform>%n risky</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Solve %n conflict(s) to save</source>
        <translation>
            <numerusform>Solve %n conflict to save</numerusform>
            <numerusform>Solve %n conflicts to save</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::RunDecision</name>
    <message numerus="yes">
        <source>Start %Ln pipeline(s)</source>
        <translation>
            <numerusform>Start %Ln pipeline</numerusform>
            <numerusform>Start %Ln pipelines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop %Ln pipeline(s)</source>
        <translation>
            <numerusform>Stop %Ln pipeline</numerusform>
            <numerusform>Stop %Ln pipelines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restart %Ln pipeline(s)</source>
        <translation>
            <numerusform>Restart %Ln pipeline</numerusform>
            <numerusform>Restart %Ln pipelines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::RunPlanDialog</name>
    <message numerus="yes">
        <source>%Ln are left alone unless you tick each: a snapshot that is stopped may begin again, and reads all its tables once more.</source>
        <translation>
            <numerusform>%Ln in a snapshot is left alone unless you tick it: a snapshot that is stopped may begin again, and reads all its tables once more.</numerusform>
            <numerusform>%Ln in a snapshot are left alone unless you tick each: a snapshot that is stopped may begin again, and reads all its tables once more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Calls: %Ln command(s), and a check of the state after each at the least</source>
        <translation>
            <numerusform>Calls: %Ln command, and a check of the state after it at the least</numerusform>
            <numerusform>Calls: %Ln commands, and a check of the state after each at the least</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln wave(s). When one does not go well, the run pauses and asks.</source>
        <translation>
            <numerusform>%Ln wave. When one does not go well, the run pauses and asks.</numerusform>
            <numerusform>%Ln waves. When one does not go well, the run pauses and asks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln wave(s). When one does not go well, or does not run on for that time, the run pauses and asks.</source>
        <translation>
            <numerusform>%Ln wave. When one does not go well, or does not run on for that time, the run pauses and asks.</numerusform>
            <numerusform>%Ln waves. When one does not go well, or does not run on for that time, the run pauses and asks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::RunnerSize</name>
    <message numerus="yes">
        <source>%n table(s).</source>
        <translation>
            <numerusform>%n table.</numerusform>
            <numerusform>%n tables.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s): the product documentation gives the largest runner %1. The pipeline can be saved all the same; consider to divide it.</source>
        <translation>
            <numerusform>%n table: the product documentation gives the largest runner %1. The pipeline can be saved all the same; consider to divide it.</numerusform>
            <numerusform>%n tables: the product documentation gives the largest runner %1. The pipeline can be saved all the same; consider to divide it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::RunsPanel</name>
    <message numerus="yes">
        <source>Retry %Ln failed</source>
        <translation>
            <numerusform>Retry %Ln failed</numerusform>
            <numerusform>Retry %Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go on with %Ln</source>
        <translation>
            <numerusform>Go on with %Ln</numerusform>
            <numerusform>Go on with %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::SecretNames</name>
    <message numerus="yes">
        <source>Names in %1 have at most %n character(s).</source>
        <translation>
            <numerusform>Names in %1 have at most %n character.</numerusform>
            <numerusform>Names in %1 have at most %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Vaults have names of %1 to %n character(s).</source>
        <translation>
            <numerusform>Vaults have names of %1 to %n character.</numerusform>
            <numerusform>Vaults have names of %1 to %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::ShiftPanel</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln older event(s) are not counted here; the log has them.</source>
        <translation>
            <numerusform>%Ln older event is not counted here; the log has it.</numerusform>
            <numerusform>%Ln older events are not counted here; the log has them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::SilenceDialog</name>
    <message numerus="yes">
        <source>For &amp;all %n pipeline(s) that it is about now</source>
        <translation>
            <numerusform>For the &amp;one pipeline that it is about now</numerusform>
            <numerusform>For &amp;all %n pipelines that it is about now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For the %n &amp;selected pipeline(s)</source>
        <translation>
            <numerusform>For the &amp;selected pipeline</numerusform>
            <numerusform>For the %n &amp;selected pipelines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::TableSourceDialog</name>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n table(s)</source>
        <translation>
            <numerusform>Add %n table</numerusform>
            <numerusform>Add %n tables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::TableWords</name>
    <message numerus="yes">
        <source>%n table(s) added.</source>
        <translation>
            <numerusform>%n table added.</numerusform>
            <numerusform>%n tables added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) removed.</source>
        <translation>
            <numerusform>%n table removed.</numerusform>
            <numerusform>%n tables removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeated table(s) removed.</source>
        <translation>
            <numerusform>%n repeated table removed.</numerusform>
            <numerusform>%n repeated tables removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) repeat a table above them.</source>
        <translation>
            <numerusform>%n row repeats a table above it.</numerusform>
            <numerusform>%n rows repeat a table above them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::TablesFindBar</name>
    <message numerus="yes">
        <source>%n name(s) replaced</source>
        <translation>
            <numerusform>%n name replaced</numerusform>
            <numerusform>%n names replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::TablesTools</name>
    <message numerus="yes">
        <source>Remove %n</source>
        <translation>
            <numerusform>Remove %n</numerusform>
            <numerusform>Remove %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::TraySummary</name>
    <message numerus="yes">
        <source>%Ln need(s) attention</source>
        <translation>
            <numerusform>%Ln needs attention</numerusform>
            <numerusform>%Ln need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln streaming</source>
        <translation>
            <numerusform>%Ln streaming</numerusform>
            <numerusform>%Ln streaming</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more…</source>
        <translation>
            <numerusform>%Ln more…</numerusform>
            <numerusform>%Ln more…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::WebhookMessage</name>
    <message numerus="yes">
        <source>%Ln alert(s) are settled</source>
        <translation>
            <numerusform>%Ln alert is settled</numerusform>
            <numerusform>%Ln alerts are settled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more alert(s)</source>
        <translation>
            <numerusform>%Ln more alert</numerusform>
            <numerusform>%Ln more alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sluice::WizardPages</name>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n problem(s)</source>
        <translation>
            <numerusform>%1, %n problem</numerusform>
            <numerusform>%1, %n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n property(ies)</source>
        <translation>
            <numerusform>%n property</numerusform>
            <numerusform>%n properties</numerusform>
        </translation>
    </message>
</context>
</TS>
