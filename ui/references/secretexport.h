// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/references/secretsbar.h"
#include "ui/shared/pathchooser.h"

class QMenu;

namespace Sluice {

class ReferenceMonitor;

// Writes what the page of references shows to a file, whole, whatever its filters: a list for a
// security review that lacks something says the wrong thing.
class SecretExport final : public QObject
{
    Q_OBJECT

public:
    // The watch outlives it.
    SecretExport(const ReferenceMonitor *watch, const PathChooser &paths, QWidget *parent);

    QMenu *menu() const { return m_menu; }

    // Which of them is exported.
    void setShape(SecretsBar::Shape shape) { m_shape = shape; }

private:
    enum class Format { Csv, Markdown };

    void choosePath(Format format);
    void write(const QString &path, Format format);
    QByteArray text(Format format) const;

    const ReferenceMonitor *m_watch;
    PathChooser m_paths;
    QWidget *m_page;
    QMenu *m_menu;
    SecretsBar::Shape m_shape = SecretsBar::Shape::List;
};

} // namespace Sluice
