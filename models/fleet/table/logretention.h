// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QObject>
#include <QString>

#include <chrono>
#include <optional>

class QSettings;

namespace Sluice {

struct PipelineRow;

// How long a source keeps the log that its changes are read from.
struct Retention {
    enum class Kind {
        NotKnown, // nobody said so yet
        Kept,     // for some time
        Endless,  // as long as somebody needs it
    };

    Kind kind = Kind::NotKnown;
    std::chrono::hours kept{0};

    bool operator==(const Retention &) const = default;
};

// What the user said of the logs of the sources, by type and host, kept in the settings. No
// endpoint of the API tells it, and no default of a product is taken for the truth: it is offered.
class LogRetention final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::hours longest{24 * 3650};

    // A database server that pipelines read from.
    struct Source {
        QString type; // "sqlserver"
        QString host; // as one of its pipelines spells it

        // Hosts are the same in capitals.
        QString id() const;
    };

    // The settings outlive it.
    explicit LogRetention(QSettings *settings, QObject *parent = nullptr);

    Retention of(const Source &source) const;
    Retention of(const PipelineRow &row) const;
    // NotKnown forgets it.
    void set(const Source &source, Retention retention);

    // What the product keeps where nobody changed it (product documentation of each database);
    // none: it has no usual time.
    static std::optional<std::chrono::hours> usual(const QString &type);
    static Source sourceOf(const PipelineRow &row);

Q_SIGNALS:
    void changed();

private:
    QSettings *m_settings;
    QHash<QString, Retention> m_known; // by Source::id()
};

// "3 days", "36 hours", "As long as it is needed", "Not known"; translated.
QString retentionText(const Retention &retention);

} // namespace Sluice
