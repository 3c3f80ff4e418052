// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/references/referencecriteria.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace Sluice {

class FilterEdit;
class Fleet;

// The head of the page of references. The first line has its title, the way they are shown and what
// can be done; the second has the filters. Two lines fit a small window.
class ReferencesBar final : public QWidget
{
    Q_OBJECT

public:
    // The way the references are shown.
    enum class Shape { List, ByVault, ByRunner };

    ReferencesBar(Fleet *fleet, QWidget *parent = nullptr);

    void focusText();
    void clearFilters();
    ReferenceCriteria criteria() const;
    Shape shape() const;
    void setWithFindings(int count);
    // why: the reason when nothing can be re-pointed now; empty: it can.
    void setRepointObstacle(const QString &why);

    QPushButton *exportButton() const { return m_export; }

Q_SIGNALS:
    void criteriaChanged();
    void rowsRequested(); // Down or Enter in the filter
    void shapeChanged();
    void repointRequested();

private:
    QComboBox *makeChoice(const QString &objectName, const QString &name);
    QPushButton *makeButton(const char *iconName, const QString &text, const QString &objectName);
    QLayout *makeTitleLine();
    QLayout *makeFilterLine();
    void fillAccounts();

    Fleet *m_fleet;
    FilterEdit *m_text;
    QComboBox *m_provider;
    QComboBox *m_account;
    QPushButton *m_findings;
    QComboBox *m_shape;
    QPushButton *m_repoint;
    QPushButton *m_export;
};

} // namespace Sluice
