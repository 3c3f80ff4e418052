// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinestate.h"
#include "models/palette/paletteentry.h"
#include "models/palette/palettepool.h"
#include "models/palette/recentchoices.h"

#include <QAbstractListModel>

#include <array>
#include <functional>
#include <optional>

namespace Sluice {

class PipelineModel;
struct PipelineRow;

// What the palette lists for the typed words: sections, each with a head, the best one first. It
// knows all pipelines by itself; what else there is, is handed in. "stop orders" finds what can be
// done to the pipelines that fit the rest of the words. What cannot be done keeps its place, with
// the reason.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using Section = PaletteEntry::Section;

    enum Role {
        IsHeadRole = Qt::UserRole, // bool: the head of a section
        DetailRole,                // QString: beside the text; of a head: how many are shown
        ReasonRole,                // QString: why it cannot be done
        ShortcutRole,              // QString
        IconRole,                  // QString
        BadgeRole,                 // int, Badge; of a pipeline that is opened
        PlacesRole,                // QList<int>: the letters of the text that were found
        RecentRole,                // bool
    };

    struct Content {
        QList<PaletteEntry> entries;
        QList<PaletteVerb> verbs;
        // Why nothing can be sent to an account; empty: it can.
        std::function<QString(const QString &account)> obstacle;
    };

    // Both outlive it.
    PaletteModel(const PipelineModel *pipelines, const RecentChoices *recent,
                 QObject *parent = nullptr);

    // Prepares all texts. The pipelines are those of this moment, their states those of each
    // search.
    void load(const Content &content);
    void search(const QString &typed);
    // Only this section, and more of it; none: all of them.
    void setOnly(std::optional<Section> section);

    std::optional<Section> only() const { return m_only; }

    // How many entries fit, shown or not, and how many there are.
    int found() const { return m_found; }

    int all() const;

    // Of a row that is no head.
    const PaletteEntry &entry(int row) const { return m_rows.at(row).entry; }

    bool isHead(int row) const { return m_rows.at(row).isHead; }

    // The row of the first entry; -1: there is none.
    int firstEntry() const { return m_rows.size() > 1 ? 1 : -1; }

    static QString title(Section section);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    // A hit before its words are made: only those that are shown get them.
    struct Hit {
        int item = 0;
        int verb = -1;
        int score = 0;
        int recent = -1; // its place among the recent ones; -1: it is none
        int slot = 0;    // the typed word that is the verb is left out of the search in this one
    };

    struct Row {
        bool isHead = false;
        PaletteEntry entry;
        QList<int> places;
        Badge badge = Badge::NotChecked;
        bool isPipeline = false;
        bool isRecent = false;
    };

    struct Found {
        std::vector<Hit> hits;
        int best = 0;
        int size = 0;
    };

    using Sections = std::array<Found, PaletteEntry::sections>;

    void findEntries(Sections &sections);
    void findPipelines(Sections &sections);
    void addRecentVerbs(Sections &sections) const;
    void addRows(Section section, Found &found);
    Row rowOf(Section section, const Hit &hit) const;
    Row pipelineRow(const Hit &hit) const;
    QString reasonFor(const PaletteVerb &verb, const PipelineRow &pipeline) const;
    QStringList wordsWithout(int word) const;
    int mostOf() const;
    int recentPlace(const QString &verb, int pipeline) const;

    const PipelineModel *m_pipelines;
    const RecentChoices *m_recent;
    Content m_content;
    QList<PipelineKey> m_keys;
    QList<int> m_recentEntries;                 // by entry: its place among the recent ones, or -1
    QHash<QString, QHash<int, int>> m_recentOf; // by verb and pipeline: the same
    PalettePool m_entryPool;
    PalettePool m_pipelinePool;
    QStringList m_words;
    std::optional<Section> m_only;
    QList<Row> m_rows;
    int m_found = 0;
};

} // namespace Sluice
