// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/references/referencesbar.h"
#include "ui/shared/pathchooser.h"

class QMenu;

namespace Sluice {

class ReferenceMonitor;

// Writes the page of references to a file, always complete and without its filters: an incomplete
// list would mislead a security review.
class ReferenceExport final : public QObject
{
    Q_OBJECT

public:
    // The monitor outlives it.
    ReferenceExport(const ReferenceMonitor *monitor, const PathChooser &paths, QWidget *parent);

    QMenu *menu() const { return m_menu; }

    // Which of them is exported.
    void setShape(ReferencesBar::Shape shape) { m_shape = shape; }

private:
    enum class Format { Csv, Markdown };

    void choosePath(Format format);
    void write(const QString &path, Format format);
    QByteArray text(Format format) const;

    const ReferenceMonitor *m_monitor;
    PathChooser m_paths;
    QWidget *m_page;
    QMenu *m_menu;
    ReferencesBar::Shape m_shape = ReferencesBar::Shape::List;
};

} // namespace Sluice
