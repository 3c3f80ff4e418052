// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPersistentModelIndex>
#include <QWidget>

namespace Sluice {

class TextLabel;

// The title above a section of the form, with the chosen type beside it, on a rule.
class SectionHeading final : public QWidget
{
    Q_OBJECT

public:
    // section: a row of a SectionsModel, which it follows.
    explicit SectionHeading(const QModelIndex &section, QWidget *parent = nullptr);

private:
    void refresh();

    QPersistentModelIndex m_section;
    TextLabel *m_title;
    TextLabel *m_detail;
};

} // namespace Sluice
